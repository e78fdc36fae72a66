namespace ClientAuth.Visuals;

/// <summary>What a reader looks up about one way for a client to prove who it is.</summary>
/// <param name="Method">Its name.</param>
/// <param name="Sent">What a request carries.</param>
/// <param name="Stored">What the server has registered.</param>
/// <param name="CheckFirst">The mistakes to look for first where a request is refused.</param>
/// <param name="Counterparts">What each SDK calls it.</param>
public sealed record MethodRow(
    string Method,
    string Sent,
    string Stored,
    IReadOnlyList<string> CheckFirst,
    IReadOnlyList<(string Sdk, string Name)> Counterparts
);
