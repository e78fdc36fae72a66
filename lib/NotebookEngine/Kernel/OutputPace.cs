namespace NotebookEngine.Kernel;

/// <summary>
/// Holds a cell back that prints without end: faster than a front end reads, its text would pile up in memory, and still
/// come long after an interrupt.
/// </summary>
internal sealed class OutputPace(TimeProvider clock)
{
    private const int MostInWindow = 1024 * 1024;

    private static readonly TimeSpan Window = TimeSpan.FromMilliseconds(100);

    private readonly Lock _gate = new();
    private long _windowStarted;
    private int _inWindow;

    /// <summary>Returns when so many characters more may be printed.</summary>
    internal void Wait(int characters)
    {
        var rest = Rest(characters);
        if (rest > TimeSpan.Zero)
        {
            Task.Delay(rest, clock).Wait();
        }
    }

    private TimeSpan Rest(int characters)
    {
        lock (_gate)
        {
            var passed = clock.GetElapsedTime(_windowStarted);
            if (passed >= Window)
            {
                _windowStarted = clock.GetTimestamp();
                _inWindow = 0;
            }

            _inWindow += Math.Min(characters, MostInWindow);
            return _inWindow > MostInWindow ? Window - passed : TimeSpan.Zero;
        }
    }
}
