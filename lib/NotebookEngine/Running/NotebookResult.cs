using NotebookEngine.Notebooks;

namespace NotebookEngine.Running;

/// <summary>What became of one notebook.</summary>
public sealed record NotebookResult
{
    /// <summary>Absolute path of the file.</summary>
    public required string Path { get; init; }

    public required NotebookOutcome Outcome { get; init; }

    /// <summary>What was run; null for an unreadable file.</summary>
    public Notebook? Notebook { get; init; }

    /// <summary>All code cells in order, the skipped ones among them.</summary>
    public IReadOnlyList<CellResult> Cells { get; init; } = [];

    /// <summary>Why the file is unreadable, and where in it.</summary>
    public string? Problem { get; init; }

    /// <summary>What is wrong with the stored outputs; empty where the run did not check them.</summary>
    public IReadOnlyList<OutputProblem> OutputProblems { get; init; } = [];

    /// <summary>Whether the file now holds the outputs of this run in place of others.</summary>
    public bool IsUpdated { get; init; }

    public TimeSpan Duration { get; init; }

    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    /// <summary>The first failed or timed-out cell, or null.</summary>
    public CellResult? FirstFailure => Cells.FirstOrDefault(cell => cell.Failure is not null);

    /// <exception cref="KeyNotFoundException">No code cell has that id.</exception>
    public CellResult this[string cellId] =>
        Cells.FirstOrDefault(cell => cell.Id == cellId)
        ?? throw new KeyNotFoundException($"{Name} has no code cell '{cellId}'");

    /// <summary>The same where the stored outputs have these problems.</summary>
    internal NotebookResult With(IReadOnlyList<OutputProblem> problems) =>
        problems is [] ? this : this with { Outcome = NotebookOutcome.Failed, OutputProblems = problems };

    /// <summary>Whether a cell of it ran to its end.</summary>
    internal bool HasStarted =>
        Outcome != NotebookOutcome.Cancelled || Cells.Any(cell => cell.ExecutionCount is not null);

    /// <summary>A notebook that a cancelled run did not come to.</summary>
    internal static NotebookResult NotStarted(Notebook notebook) =>
        new()
        {
            Path = notebook.Path,
            Outcome = NotebookOutcome.Cancelled,
            Notebook = notebook,
            Cells = [.. notebook.CodeCells.Select(cell => CellResult.Skipped(cell, NotebookRun.CancelledBefore))],
        };

    internal static NotebookResult Unreadable(UnreadableNotebookException problem) =>
        new()
        {
            Path = problem.Path,
            Outcome = NotebookOutcome.Unreadable,
            Problem = problem.Reason,
        };
}

/// <summary>How a notebook ended. The worse of two is the greater.</summary>
public enum NotebookOutcome
{
    Passed,
    Failed,
    TimedOut,
    Unreadable,

    /// <summary>The run was cancelled before its last cell had ended.</summary>
    Cancelled,
}
