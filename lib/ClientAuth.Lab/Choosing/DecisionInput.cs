namespace ClientAuth.Lab.Choosing;

/// <summary>A question, and the few answers that it has.</summary>
/// <param name="Id">What the rules call it.</param>
/// <param name="Question">In plain language.</param>
/// <param name="Values">The answers; the first is assumed where none is given.</param>
public sealed record DecisionInput(string Id, string Question, IReadOnlyList<InputValue> Values);
