namespace NotebookEngine.Learners;

/// <summary>What a progress file holds; lib/README.md describes it for whoever writes one.</summary>
internal sealed record ProgressDocument
{
    internal const string FormatName = "notebook-progress";
    internal const int KnownVersion = 1;

    public required string Format { get; init; }

    public required int Version { get; init; }

    /// <summary>In the order in which they were solved.</summary>
    public required IReadOnlyList<SolvedExercise> Exercises { get; init; }
}
