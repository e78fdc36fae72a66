using System.Text;
using NotebookEngine.Kernel.Messages;
using NotebookEngine.Outputs;

namespace NotebookEngine.Kernel.Cells;

/// <summary>
/// Publishes the outputs of one cell on iopub, in their order, from any thread. The front end sets the limits: so much in all, and no
/// faster than it reads. Text is gathered for a moment, so that a loop of small writes is not a message each.
/// </summary>
internal sealed class PublishedOutputs
{
    private const int MostGathered = 16 * 1024;
    private const int LongestPrompt = 200;

    private const int MostCharactersInWindow = 1024 * 1024;
    private const int MostValuesInWindow = 25;

    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Window = TimeSpan.FromMilliseconds(100);

    private readonly KernelRequest _request;
    private readonly int _count;
    private readonly OutputThrottle _characters;
    private readonly OutputThrottle _values;
    private readonly LimitedOutput _limited;
    private readonly ITimer _timer;
    private readonly Lock _gate = new();
    private readonly StringBuilder _text = new();
    private string _stream = CellOutput.Printed.StandardOutput;

    internal PublishedOutputs(KernelRequest request, int executionCount, TimeProvider clock)
    {
        _request = request;
        _count = executionCount;
        _characters = new OutputThrottle(MostCharactersInWindow, Window, clock);
        _values = new OutputThrottle(MostValuesInWindow, Window, clock);
        _limited = new LimitedOutput(OutputLimit.Default, Publish);
        _timer = clock.CreateTimer(_ => Flush(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    internal void Add(CellOutput output)
    {
        if (output is not CellOutput.Failed)
        {
            _characters.Wait(output.Length);
        }

        if (output is CellOutput.Displayed or CellOutput.Updated)
        {
            _values.Wait(1);
        }

        lock (_gate)
        {
            var wasExceeded = _limited.IsExceeded;
            _limited.Add(output);
            if (_limited.IsExceeded && !wasExceeded)
            {
                PublishText();
                Gather(
                    CellOutput.Printed.StandardOutput,
                    $"\n[{OutputLimit.Default}. The last of the output comes when this cell ends.]\n"
                );
            }
        }
    }

    /// <summary>The cell has ended: publishes the last of its outputs, where the limit has held them back.</summary>
    /// <returns>What was left out and why; null where nothing was.</returns>
    internal string? End()
    {
        lock (_gate)
        {
            _limited.End();
            return _limited.Notice;
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

    /// <summary>Publishes what has been gathered, except for the unfinished line on stdout: front ends show that as the prompt.</summary>
    /// <returns>That line; empty where there is none, or where it has been published.</returns>
    internal string TakePrompt()
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

    private void Publish(CellOutput output)
    {
        if (output is CellOutput.Printed { To: var stream, Text: var text })
        {
            Gather(stream, text);
        }
        else
        {
            PublishText();
            PublishMessage(output);
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
            PublishMessage(new CellOutput.Printed(_stream, _text.ToString()));
            _text.Clear();
        }
    }

    private void PublishMessage(CellOutput output) =>
        _request.Publish(OutputJson.MessageType(output), OutputJson.ForMessage(output, _count));
}
