namespace ClientAuth.Protocol.Attestation;

/// <summary>How a client can prove that it holds the key of a client attestation: the registry of draft-ietf-oauth-attestation-based-client-auth §15.5.</summary>
public static class AttestationPopMethods
{
    /// <summary>A JWT of its own (§5.1).</summary>
    public const string AttestationPopJwt = "attestation_pop_jwt";

    /// <summary>A DPoP proof in its place (§5.2).</summary>
    public const string DpopCombined = "dpop_combined";

    /// <summary>Nothing: a client may leave the attestation out, as one does that authenticates otherwise.</summary>
    public const string None = "none";

    public static IReadOnlyList<string> All { get; } = [AttestationPopJwt, DpopCombined, None];
}
