namespace ClientAuth.Lab.Choosing;

/// <summary>A way for a client to prove who it is, as something that can be recommended.</summary>
/// <param name="Id">What the rules call it.</param>
/// <param name="Name">What readers call it.</param>
/// <param name="Configuration">What the SDK calls it.</param>
/// <param name="RegisteredAs">Values of <c>token_endpoint_auth_method</c> that a server may register it by (RFC 7591 §2).</param>
/// <param name="Lesson">The two digits of its lesson.</param>
public sealed record ChoosableMethod(
    string Id,
    string Name,
    string Configuration,
    IReadOnlyList<string> RegisteredAs,
    string Lesson
);
