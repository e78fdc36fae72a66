namespace ClientAuth.Lab.Exercises;

/// <summary>One thing that must hold for an answer to be right.</summary>
/// <param name="rule">What holds for a right answer, as a statement.</param>
/// <param name="hint">What to look at where it does not hold; it does not give the answer away.</param>
/// <param name="find">Looks at an answer.</param>
public sealed class ExerciseRule<TAnswer>(
    string rule,
    string hint,
    Func<TAnswer, CancellationToken, Task<RuleFinding>> find
)
{
    /// <summary>A rule that needs no server.</summary>
    public ExerciseRule(string rule, string hint, Func<TAnswer, RuleFinding> find)
        : this(rule, hint, (answer, _) => Task.FromResult(find(answer))) { }

    /// <summary>A rule that needs no server, and has nothing to say but whether it holds.</summary>
    public ExerciseRule(string rule, string hint, Func<TAnswer, bool> holds)
        : this(rule, hint, (answer, _) => Task.FromResult(new RuleFinding(holds(answer)))) { }

    /// <summary>A rule that has nothing to say but whether it holds.</summary>
    public ExerciseRule(string rule, string hint, Func<TAnswer, CancellationToken, Task<bool>> holds)
        : this(rule, hint, async (answer, cancellationToken) => new RuleFinding(await holds(answer, cancellationToken)))
    { }

    public string Rule => rule;

    public string Hint => hint;

    /// <summary>Stronger hints, from the gentler to the clearer, for who is still stuck after the first.</summary>
    public IReadOnlyList<string> MoreHints { get; init; } = [];

    /// <summary>The mistakes that this rule is there to notice.</summary>
    public IReadOnlyList<WrongAnswer<TAnswer>> WrongAnswers { get; init; } = [];

    /// <summary>Looks at an answer that keeps all rules before this one.</summary>
    public Task<RuleFinding> FindAsync(TAnswer answer, CancellationToken cancellationToken) =>
        find(answer, cancellationToken);
}
