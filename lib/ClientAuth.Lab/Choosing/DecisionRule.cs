namespace ClientAuth.Lab.Choosing;

/// <summary>What follows for some methods in some situations, and why.</summary>
/// <param name="Id">A short name of the reason.</param>
/// <param name="Methods">The methods that it is about.</param>
/// <param name="When">Question -> the answers for which it holds; a question that is not here does not matter.</param>
/// <param name="Because">The reason in plain language.</param>
/// <param name="Sentences">The sentences that it rests on.</param>
public sealed record DecisionRule(
    string Id,
    IReadOnlyList<string> Methods,
    IReadOnlyDictionary<string, IReadOnlyList<string>> When,
    string Because,
    IReadOnlyList<string> Sentences
)
{
    /// <summary>Whether it says something about this method in this situation.</summary>
    internal bool Holds(string method, Situation situation) =>
        Methods.Contains(method) && When.All(question => question.Value.Contains(situation[question.Key]));
}
