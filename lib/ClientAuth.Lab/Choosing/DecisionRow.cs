namespace ClientAuth.Lab.Choosing;

/// <summary>A row of the decision table.</summary>
/// <param name="Answers">Question -> the answers that it is for; a question that is not here does not matter.</param>
/// <param name="Method">What is recommended.</param>
internal sealed record DecisionRow(IReadOnlyDictionary<string, IReadOnlyList<string>> Answers, ChoosableMethod Method);
