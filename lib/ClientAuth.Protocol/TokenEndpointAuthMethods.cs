namespace ClientAuth.Protocol;

/// <summary>
/// Values of <c>token_endpoint_auth_method</c> (RFC 7591 §2, RFC 8705 §2, OpenID Connect Core §9,
/// draft-ietf-oauth-attestation-based-client-auth §8).
/// </summary>
public static class TokenEndpointAuthMethods
{
    /// <summary>A public client: it identifies itself and proves nothing.</summary>
    public const string None = "none";

    /// <summary>Identifier and secret in the <c>Authorization</c> header (RFC 6749 §2.3.1).</summary>
    public const string ClientSecretBasic = "client_secret_basic";

    /// <summary>Identifier and secret in the request body (RFC 6749 §2.3.1).</summary>
    public const string ClientSecretPost = "client_secret_post";

    /// <summary>A JWT with a MAC keyed by the client secret (OpenID Connect Core §9).</summary>
    public const string ClientSecretJwt = "client_secret_jwt";

    /// <summary>A JWT signed with the client's private key (OpenID Connect Core §9).</summary>
    public const string PrivateKeyJwt = "private_key_jwt";

    /// <summary>A client certificate issued by a trusted authority (RFC 8705 §2.1).</summary>
    public const string TlsClientAuth = "tls_client_auth";

    /// <summary>A self-signed client certificate, registered beforehand (RFC 8705 §2.2).</summary>
    public const string SelfSignedTlsClientAuth = "self_signed_tls_client_auth";

    /// <summary>An attester's word for the client's key, and a JWT of its own made with that key (draft-ietf-oauth-attestation-based-client-auth §5.1).</summary>
    public const string AttestJwtClientAuth = "attest_jwt_client_auth";

    /// <summary>The same with a DPoP proof in place of that JWT (draft-ietf-oauth-attestation-based-client-auth §5.2).</summary>
    public const string AttestJwtClientAuthDpop = "attest_jwt_client_auth_dpop";

    /// <summary>Every method of this list, in the order of the lessons.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        None,
        ClientSecretBasic,
        ClientSecretPost,
        ClientSecretJwt,
        PrivateKeyJwt,
        TlsClientAuth,
        SelfSignedTlsClientAuth,
        AttestJwtClientAuth,
        AttestJwtClientAuthDpop,
    ];

    /// <summary>The methods that need an attester: nothing that is registered for the client proves it.</summary>
    public static IReadOnlyList<string> Attested { get; } = [AttestJwtClientAuth, AttestJwtClientAuthDpop];
}
