using ClientAuth.MockServer.Jwt;

namespace ClientAuth.MockServer.Dpop;

/// <summary>A verified DPoP proof that is still to be spent.</summary>
/// <param name="KeyThumbprint">Of the key that made it; what <c>jkt</c> holds (RFC 9449 §6.1).</param>
/// <param name="Use">Its <c>jti</c>, keyed by that key.</param>
internal sealed record DpopProof(string KeyThumbprint, SingleUse Use)
{
    /// <summary>The claim <c>ath</c>, for a resource to compare with the token; null where there is none.</summary>
    public string? AccessTokenHash { get; init; }
}
