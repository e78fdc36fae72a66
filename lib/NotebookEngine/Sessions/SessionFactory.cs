using NotebookEngine.Compiling;
using NotebookEngine.Execution;

namespace NotebookEngine.Sessions;

/// <summary>
/// Opens sessions. It replaces the console's reader and writers, so a process has one factory, which any number of threads may use.
/// </summary>
public sealed class SessionFactory : IDisposable
{
    private readonly TimeProvider _clock;
    private readonly CellReferences _references = CellReferences.OfThisProcess();
    private readonly CellAssemblies _cells = new();
    private readonly ConsoleRouting _console;

    /// <param name="clock">Measures durations.</param>
    public SessionFactory(TimeProvider clock)
    {
        _clock = clock;
        _console = new ConsoleRouting(_cells);
    }

    /// <summary>The process's working directory, which notebooks of different folders take in turns.</summary>
    internal WorkingDirectoryLock WorkingDirectory { get; } = new();

    /// <param name="folder">Absolute path; <c>#r</c> and <c>#load</c> start there.</param>
    internal NotebookSession Open(string folder) => new(folder, _references, _cells, _clock);

    /// <summary>Gives the console back.</summary>
    public void Dispose() => _console.Dispose();
}
