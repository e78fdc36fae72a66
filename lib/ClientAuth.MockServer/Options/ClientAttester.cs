using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Options;

/// <summary>Somebody whose word about a client's key the server believes (draft-ietf-oauth-attestation-based-client-auth §1).</summary>
public sealed record ClientAttester
{
    /// <summary>What <c>iss</c> must be in an attestation that has one; the draft leaves it optional.</summary>
    public required string Issuer { get; init; }

    /// <summary>The public keys that it signs with.</summary>
    public required JwkSet Keys { get; init; }
}
