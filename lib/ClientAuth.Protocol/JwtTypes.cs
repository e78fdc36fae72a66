namespace ClientAuth.Protocol;

/// <summary>Values of the header parameter <c>typ</c> that tell one kind of JWT from another (RFC 8725 §3.11).</summary>
public static class JwtTypes
{
    /// <summary>An access token (RFC 9068 §2.1).</summary>
    public const string AccessToken = "at+jwt";

    /// <summary>A client assertion (draft-ietf-oauth-rfc7523bis).</summary>
    public const string ClientAuthentication = "client-authentication+jwt";

    /// <summary>RFC 9449 §4.2.</summary>
    public const string DpopProof = "dpop+jwt";

    /// <summary>draft-ietf-oauth-attestation-based-client-auth §4.</summary>
    public const string ClientAttestation = "oauth-client-attestation+jwt";

    /// <summary>A Client Attestation Token: this server's own word, for itself; no specification names it.</summary>
    public const string ClientAttestationToken = "client-attestation-token+jwt";

    /// <summary>draft-ietf-oauth-attestation-based-client-auth §5.1.</summary>
    public const string ClientAttestationPop = "oauth-client-attestation-pop+jwt";
}
