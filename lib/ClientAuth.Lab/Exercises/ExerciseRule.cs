namespace ClientAuth.Lab.Exercises;

/// <summary>One thing that must hold for an answer to be right.</summary>
/// <param name="Rule">What holds for a right answer, as a statement.</param>
/// <param name="Hint">What to look at where it does not hold; it does not give the answer away.</param>
/// <param name="Holds">Whether it holds.</param>
public sealed record ExerciseRule<TAnswer>(string Rule, string Hint, Func<TAnswer, CancellationToken, Task<bool>> Holds)
{
    /// <summary>A rule that needs no server.</summary>
    public ExerciseRule(string rule, string hint, Func<TAnswer, bool> holds)
        : this(rule, hint, (answer, _) => Task.FromResult(holds(answer))) { }
}
