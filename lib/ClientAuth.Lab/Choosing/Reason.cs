namespace ClientAuth.Lab.Choosing;

/// <summary>Why, in plain language, and by which sentences.</summary>
/// <param name="Rule">The rule of the model that says so.</param>
/// <param name="Because">The reason.</param>
/// <param name="Sentences">What it rests on, word for word.</param>
public sealed record Reason(string Rule, string Because, IReadOnlyList<QuotedSentence> Sentences)
{
    public override string ToString() => $"{Because} {string.Join(" ", Sentences)}";
}
