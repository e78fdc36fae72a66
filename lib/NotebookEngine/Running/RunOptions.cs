using NotebookEngine.Outputs;

namespace NotebookEngine.Running;

/// <summary>How notebooks are run.</summary>
public sealed record RunOptions
{
    /// <summary>How long one cell may compile and run.</summary>
    public TimeSpan CellTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How much of what one cell puts out is kept.</summary>
    public OutputLimit OutputLimit { get; init; } = OutputLimit.Default;

    /// <summary>Go on with the next cells after one has failed.</summary>
    public bool KeepGoing { get; init; }

    /// <summary>How many notebooks run at once.</summary>
    public int Parallel { get; init; } = Environment.ProcessorCount;
}
