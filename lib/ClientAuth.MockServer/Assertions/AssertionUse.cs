using ClientAuth.MockServer.Checks;

namespace ClientAuth.MockServer.Assertions;

/// <summary>A verified assertion, or another JWT that is good once, that is still to be spent.</summary>
/// <param name="Owner">Whose <c>jti</c> it is: the client's identifier, or the URI of the key that signed (RFC 9278).</param>
/// <param name="Jti">The assertion's identifier.</param>
/// <param name="Until">When it can no longer be accepted, the allowed skew included.</param>
/// <param name="Unused">The rule that a second use breaks.</param>
internal sealed record AssertionUse(string Owner, string Jti, DateTimeOffset Until, Rule Unused);
