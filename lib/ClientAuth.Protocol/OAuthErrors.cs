namespace ClientAuth.Protocol;

/// <summary>Error codes of the token endpoint (RFC 6749 §5.2), of resources (RFC 6750 §3.1), and of the extensions used here.</summary>
public static class OAuthErrors
{
    /// <summary>A parameter is missing, repeated or malformed, or two mechanisms were used at once.</summary>
    public const string InvalidRequest = "invalid_request";

    /// <summary>Client authentication failed: unknown client, no credential, or a wrong one.</summary>
    public const string InvalidClient = "invalid_client";

    /// <summary>The grant or token is not one of this client's: expired, used, or issued to another.</summary>
    public const string InvalidGrant = "invalid_grant";

    /// <summary>The authenticated client may not use this grant type.</summary>
    public const string UnauthorizedClient = "unauthorized_client";

    /// <summary>The server does not offer this grant type.</summary>
    public const string UnsupportedGrantType = "unsupported_grant_type";

    /// <summary>The scope is unknown, malformed, or more than the client may have.</summary>
    public const string InvalidScope = "invalid_scope";

    /// <summary>The server issues no token for this resource or audience (RFC 8693 §2.2.2).</summary>
    public const string InvalidTarget = "invalid_target";

    /// <summary>The access token is expired, revoked, malformed, or bound to something else (RFC 6750 §3.1).</summary>
    public const string InvalidToken = "invalid_token";

    /// <summary>The access token is good and allows less than this (RFC 6750 §3.1).</summary>
    public const string InsufficientScope = "insufficient_scope";

    /// <summary>
    /// Too many attempts have failed; another is judged later (RFC 6749 §4.1.2.1, used here with 429). It says nothing about the
    /// credential, so that a client neither throws it away nor registers anew.
    /// </summary>
    public const string TemporarilyUnavailable = "temporarily_unavailable";

    /// <summary>The DPoP proof is missing, malformed, not signed by its key, or not for this request (RFC 9449 §5).</summary>
    public const string InvalidDpopProof = "invalid_dpop_proof";

    /// <summary>The proof needs the nonce that the answer holds (RFC 9449 §8).</summary>
    public const string UseDpopNonce = "use_dpop_nonce";

    /// <summary>The client's attestation is not valid, or is for another client (draft-ietf-oauth-attestation-based-client-auth §7.4).</summary>
    public const string InvalidClientAttestation = "invalid_client_attestation";

    /// <summary>The proof of possession needs the challenge that the answer holds (draft-ietf-oauth-attestation-based-client-auth §7.4).</summary>
    public const string UseAttestationChallenge = "use_attestation_challenge";

    /// <summary>The attestation is older than the server accepts (draft-ietf-oauth-attestation-based-client-auth §7.4).</summary>
    public const string UseFreshAttestation = "use_fresh_attestation";

    /// <summary>The server failed; the one code here that is not the client's fault.</summary>
    public const string ServerError = "server_error";
}
