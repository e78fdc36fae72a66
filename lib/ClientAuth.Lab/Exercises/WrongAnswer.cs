namespace ClientAuth.Lab.Exercises;

/// <summary>A mistake that people make in an exercise. It breaks the rule that it belongs to, and no rule before that one.</summary>
/// <param name="Mistake">What is wrong about it, in a few words: "the secret before the identifier".</param>
/// <param name="Answer">The answer of somebody who makes it.</param>
public sealed record WrongAnswer<TAnswer>(string Mistake, TAnswer Answer)
{
    /// <summary>The hint that it must get, where that is not the rule's own.</summary>
    public string? Hint { get; init; }
}
