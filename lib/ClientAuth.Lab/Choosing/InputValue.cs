namespace ClientAuth.Lab.Choosing;

/// <summary>An answer to a question of the model.</summary>
/// <param name="Id">What the rules call it; no other question has an answer of this name.</param>
/// <param name="Name">What tables call it.</param>
/// <param name="Means">What it means, in plain language.</param>
public sealed record InputValue(string Id, string Name, string Means);
