using NotebookEngine.Kernel.Wire;

namespace NotebookEngine.Kernel.Messages;

/// <summary>
/// The log of a kernel: one line an event, never with content of a cell. A thread of its own writes,
/// so that nothing waits for a reader who has stopped reading; of a flood only the first lines are written, the others counted.
/// </summary>
internal sealed class KernelLog : IDisposable
{
    private const int MostInWindow = 20;

    private static readonly TimeSpan Window = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LastLines = TimeSpan.FromSeconds(1);

    private readonly TimeProvider _clock;
    private readonly MessageQueue<string> _lines = new();
    private readonly Thread _thread;
    private readonly Lock _gate = new();
    private long _windowStarted;
    private int _inWindow;
    private int _leftOut;

    internal KernelLog(TextWriter writer, TimeProvider clock)
    {
        _clock = clock;
        _windowStarted = clock.GetTimestamp();
        _thread = new Thread(() => Write(writer)) { IsBackground = true, Name = "kernel log" };
        _thread.Start();
    }

    /// <summary>Writes a line soon, from any thread.</summary>
    internal void Write(string line)
    {
        lock (_gate)
        {
            if (_clock.GetElapsedTime(_windowStarted) >= Window)
            {
                SumUp();
                _windowStarted = _clock.GetTimestamp();
                _inWindow = 0;
            }

            // A writer that stands still must not make the queue grow.
            if (_inWindow < MostInWindow && _lines.Count < MostInWindow)
            {
                _inWindow++;
                _lines.Add(line.ReplaceLineEndings(" "));
            }
            else
            {
                _leftOut++;
            }
        }
    }

    /// <summary>Writes the lines that wait, unless the reader has stopped reading.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            SumUp();
        }

        _lines.End();
        _thread.Join(LastLines);
    }

    private void SumUp()
    {
        if (_leftOut > 0)
        {
            _lines.Add(FormattableString.Invariant($"{_leftOut} more lines were left out"));
            _leftOut = 0;
        }
    }

    private void Write(TextWriter writer)
    {
        try
        {
            foreach (var line in _lines.TakeAll())
            {
                writer.WriteLine(line);
            }
        }
        catch (IOException)
        {
            // The reader has gone, and with it the only one to tell.
        }
    }
}
