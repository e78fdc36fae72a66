namespace ClientAuth.MockServer.Nonces;

/// <summary>What the <c>nonce</c> of a DPoP proof may be: a DPoP nonce (RFC 9449 §8) and, where the proof stands for an attested client's, a challenge.</summary>
/// <param name="nonces">The DPoP nonces.</param>
/// <param name="challenges">
/// The challenges, in the combined mode alone; null elsewhere, and where the server gives none. Up to draft
/// draft-ietf-oauth-attestation-based-client-auth-10 (§6.1, §7.3 (5)) a client repeats the challenge there, from -11 on the DPoP
/// nonce (§5.2, §7.3 (3)). Both were given by this server lately, so clients of either draft are served.
/// </param>
internal sealed class ProofNonces(ServerNonces nonces, ServerNonces? challenges)
{
    /// <summary>What is accepted, in words.</summary>
    public string Expected =>
        $"a nonce{(challenges is null ? "" : " or a challenge")} that this server issued recently";

    /// <summary>Whether this server gave it, and not too long ago; <paramref name="seen"/> says it in words.</summary>
    public bool Accepts(string? nonce, out string seen) =>
        (challenges?.HasGiven(nonce) is true ? challenges : nonces).Accepts(nonce, out seen);
}
