using NotebookEngine.Execution;
using NotebookEngine.Sessions;

namespace NotebookEngine.Kernel.Lifetime;

/// <summary>
/// Runs a hidden cell in a session of its own while the front end connects: the first real cell then finds the compiler warm, and
/// takes a fifth of the time. Where the real cell comes at once, it waits no longer than it would without this.
/// </summary>
internal static class WarmStart
{
    // What nearly every first cell needs: the console, a value, the way it is shown.
    private const string Cell = "Console.Write(\"\"); 1";

    /// <summary>Begins beside whatever else the process does; should it fail, nothing is lost.</summary>
    /// <param name="sessions">Opens the session.</param>
    /// <param name="folder">Absolute path: the notebook's folder.</param>
    internal static void Begin(SessionFactory sessions, string folder) =>
        _ = Task.Run(async () =>
        {
            using var session = sessions.Open(folder);
            await session.ExecuteAsync(new CellExecution("warm start", Cell, _ => { }));
        });
}
