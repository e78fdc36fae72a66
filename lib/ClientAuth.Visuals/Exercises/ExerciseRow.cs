namespace ClientAuth.Visuals.Exercises;

/// <summary>A rule of an exercise, as the check of an answer found it.</summary>
/// <param name="Rule">What holds for a right answer, as a statement.</param>
/// <param name="Holds">Whether it holds for this one.</param>
public sealed record ExerciseRow(string Rule, bool Holds)
{
    /// <summary>What was expected, where the rule is broken and can say so without giving the answer away.</summary>
    public string? Expected { get; init; }

    /// <summary>What the answer gave instead.</summary>
    public string? Seen { get; init; }
}
