namespace ClientAuth.Lab.Exercises;

/// <summary>What a rule found in an answer.</summary>
/// <param name="Holds">Whether it holds.</param>
public sealed record RuleFinding(bool Holds)
{
    /// <summary>What was expected. It must not give the answer away.</summary>
    public string? Expected { get; init; }

    /// <summary>What the answer gave instead.</summary>
    public string? Seen { get; init; }

    /// <summary>A hint that fits this answer better than the rule's own.</summary>
    public string? Hint { get; init; }

    /// <summary>Whether the answer has left alone what the broken rule is about; where there is more to mend, it is no mistake yet.</summary>
    public bool IsUntried { get; init; }

    /// <summary>The rule holds.</summary>
    public static RuleFinding Kept { get; } = new(Holds: true);

    /// <summary>The rule is broken.</summary>
    /// <param name="expected">What was expected, without the answer.</param>
    /// <param name="seen">What the answer gave instead.</param>
    /// <param name="hint">Better than the rule's own, for this answer.</param>
    public static RuleFinding Broken(string expected, string seen, string? hint = null) =>
        new(Holds: false)
        {
            Expected = expected,
            Seen = seen,
            Hint = hint,
        };

    /// <summary>A finding that says nothing more than whether the rule holds.</summary>
    public static implicit operator RuleFinding(bool holds) => new(holds);
}
