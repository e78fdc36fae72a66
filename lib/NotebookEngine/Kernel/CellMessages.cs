using System.Text;
using NotebookEngine.Kernel.Requests;
using NotebookEngine.Outputs;

namespace NotebookEngine.Kernel;

/// <summary>
/// Publishes what one cell puts out, in the order in which it is made, from any thread. Text is gathered for a moment, so
/// that a loop of small writes is not a message each.
/// </summary>
internal sealed class CellMessages
{
    private const int MostGathered = 16 * 1024;
    private const int LongestPrompt = 200;

    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(50);

    private readonly KernelRequest _request;
    private readonly int _count;
    private readonly OutputPace _pace;
    private readonly ITimer _timer;
    private readonly Lock _gate = new();
    private readonly StringBuilder _text = new();
    private string _stream = CellOutput.Printed.StandardOutput;

    internal CellMessages(KernelRequest request, int executionCount, TimeProvider clock)
    {
        _request = request;
        _count = executionCount;
        _pace = new OutputPace(clock);
        _timer = clock.CreateTimer(_ => Flush(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    internal void Add(CellOutput output)
    {
        if (output is CellOutput.Printed printed)
        {
            _pace.Wait(printed.Text.Length);
        }

        lock (_gate)
        {
            if (output is CellOutput.Printed { To: var stream, Text: var text })
            {
                Gather(stream, text);
            }
            else
            {
                PublishText();
                OutputMessage.Publish(_request, output, _count);
            }
        }
    }

    /// <summary>Publishes what has been gathered.</summary>
    internal void Flush()
    {
        lock (_gate)
        {
            PublishText();
        }
    }

    /// <summary>Publishes what has been gathered but the unfinished line on stdout, which front ends show as the question instead.</summary>
    /// <returns>That line; empty where there is none, or where it has been published.</returns>
    internal string TakeQuestion()
    {
        lock (_gate)
        {
            var text = _text.ToString();
            var line = text[(text.LastIndexOf('\n') + 1)..];
            if (_stream != CellOutput.Printed.StandardOutput || line.Length is 0 or > LongestPrompt)
            {
                PublishText();
                return "";
            }

            _text.Length -= line.Length;
            PublishText();
            return line;
        }
    }

    private void Gather(string stream, string text)
    {
        if (stream != _stream)
        {
            PublishText();
            _stream = stream;
        }

        if (_text.Length == 0)
        {
            _timer.Change(Moment, Timeout.InfiniteTimeSpan);
        }

        _text.Append(text);
        if (_text.Length >= MostGathered)
        {
            PublishText();
        }
    }

    private void PublishText()
    {
        if (_text.Length > 0)
        {
            OutputMessage.Publish(_request, new CellOutput.Printed(_stream, _text.ToString()), _count);
            _text.Clear();
        }
    }
}
