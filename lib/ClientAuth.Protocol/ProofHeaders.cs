namespace ClientAuth.Protocol;

/// <summary>Names of the HTTP header fields that carry proofs of possession, and the nonces and challenges for them.</summary>
public static class ProofHeaders
{
    /// <summary>A DPoP proof (RFC 9449 §4.1).</summary>
    public const string Dpop = "DPoP";

    /// <summary>The nonce that the next DPoP proof must hold (RFC 9449 §8).</summary>
    public const string DpopNonce = "DPoP-Nonce";

    /// <summary>What an attester says of the client (draft-ietf-oauth-attestation-based-client-auth §4).</summary>
    public const string ClientAttestation = "OAuth-Client-Attestation";

    /// <summary>The client's proof that it holds the attested key (draft-ietf-oauth-attestation-based-client-auth §5.1).</summary>
    public const string ClientAttestationPop = "OAuth-Client-Attestation-PoP";

    /// <summary>The challenge that the next such proof must hold (draft-ietf-oauth-attestation-based-client-auth §6.2).</summary>
    public const string ClientAttestationChallenge = "OAuth-Client-Attestation-Challenge";
}
