namespace ClientAuth.MockServer.Assertions;

/// <summary>A verified assertion that is still to be spent.</summary>
/// <param name="Jti">The assertion's identifier.</param>
/// <param name="Until">When it can no longer be accepted, the allowed skew included.</param>
internal sealed record AssertionUse(string Jti, DateTimeOffset Until);
