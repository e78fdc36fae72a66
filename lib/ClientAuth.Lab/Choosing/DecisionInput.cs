namespace ClientAuth.Lab.Choosing;

/// <summary>A question, and the few answers that it has.</summary>
/// <param name="Id">What the rules call it.</param>
/// <param name="Question">In plain language.</param>
/// <param name="Values">The answers; the first is assumed where none is given.</param>
public sealed record DecisionInput(string Id, string Question, IReadOnlyList<InputValue> Values);

/// <summary>An answer to a question of the model.</summary>
/// <param name="Id">What the rules call it; no other question has an answer of this name.</param>
/// <param name="Name">What tables call it.</param>
/// <param name="Means">What it means, in plain language.</param>
public sealed record InputValue(string Id, string Name, string Means);
