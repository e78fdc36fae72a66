namespace ClientAuth.Lab.Learners;

/// <summary>What could be read of a learner's progress. A closed set: known, or none.</summary>
internal abstract record ProgressReading
{
    private ProgressReading() { }

    /// <summary>How far they got.</summary>
    /// <param name="Standing">In the lessons that can be read.</param>
    /// <param name="Unreadable">The notebooks that are not counted.</param>
    public sealed record Known(Standing Standing, IReadOnlyList<string> Unreadable) : ProgressReading;

    /// <summary>Nothing is recorded.</summary>
    /// <param name="Problem">Why it cannot be, as a sentence; null where it is switched off.</param>
    public sealed record None(string? Problem) : ProgressReading;
}
