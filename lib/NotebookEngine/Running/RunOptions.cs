namespace NotebookEngine.Running;

/// <summary>How notebooks are run.</summary>
public sealed record RunOptions
{
    /// <summary>How long one cell may compile and run.</summary>
    public TimeSpan CellTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Go on with the next cells after one has failed.</summary>
    public bool KeepGoing { get; init; }

    /// <summary>How many notebooks run at once.</summary>
    public int Parallel { get; init; } = Environment.ProcessorCount;
}
