namespace NotebookEngine.Benchmarks;

/// <summary>What one launch of a kernel showed; times in milliseconds, memory in MiB.</summary>
internal sealed record KernelFigures
{
    /// <summary>From the start of the process to its first reply.</summary>
    public required double Answering { get; init; }

    /// <summary>From the start of the process to what its first cell prints.</summary>
    public required double FirstOutput { get; init; }

    /// <summary>The processor's time for the same, which says more than the clock on a machine with other work.</summary>
    public required double ProcessorUntilFirstOutput { get; init; }

    /// <summary>Each cell from the request to the reply, after some that are not counted.</summary>
    public required IReadOnlyList<double> WarmCells { get; init; }

    /// <summary>The first completion; null where the copy knows none.</summary>
    public required double? FirstCompletion { get; init; }

    /// <summary>The fastest of some that follow.</summary>
    public required double? WarmCompletion { get; init; }

    /// <summary>The working set after the first output.</summary>
    public required double MemoryAtStart { get; init; }

    /// <summary>The working set after all cells.</summary>
    public required double MemoryAtEnd { get; init; }
}
