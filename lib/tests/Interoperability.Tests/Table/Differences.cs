using static Interoperability.Tests.Table.Difference;

namespace Interoperability.Tests.Table;

/// <summary>What the rows taught about the programs that they tried.</summary>
internal static class Differences
{
    public static IReadOnlyList<Difference> All { get; } =
    [
        new(
            "`attest_jwt_client_auth`, `attest_jwt_client_auth_dpop`",
            "node-oidc-provider",
            Policy,
            "It follows draft 12 of attestation-based client authentication, this project drafts 10 and 11. What these rows send means the same in all three."
        ),
        new(
            "`attest_jwt_client_auth`, `attest_jwt_client_auth_dpop`",
            "node-oidc-provider",
            Policy,
            "The client library has neither method, since an app exchanges its attestation for a token instead; the test adds the headers to its request."
        ),
        new(
            "`tls_client_auth`",
            "node-oidc-provider",
            Policy,
            "It leaves the comparison of a certificate's names to whoever sets it up. The few lines of the test compare `tls_client_auth_san_dns` alone, so what refuses the wrong certificate there is they, and not the server."
        ),
        new(
            "registration",
            "node-oidc-provider",
            Ours,
            "The client library could register from a template only, with a token that is bound to the device's key. It now also registers with a bearer token and metadata of its own (RFC 7591 §3), which is what a server without templates takes."
        ),
        new(
            "registration",
            "openid-client",
            Theirs,
            "Left to itself it sends the secret of a client that it has registered in the body, also where `client_secret_basic` is registered, and this server refuses that (`client.method`). It has to be told the method."
        ),
        new(
            "`self_signed_tls_client_auth`",
            "OpenIddict",
            Theirs,
            "It reads the certificate of a JWK (`x5c`) only where the key is an RSA key, so the client's certificate has one here. This project and node-oidc-provider also take certificates with keys on elliptic curves."
        ),
        new(
            "`tls_client_auth`",
            "OpenIddict",
            Theirs,
            "It has none of the `tls_client_auth_*` members of RFC 8705 §2.1.2: the certificate must be for the host of a redirect URI of the client. And a client without a secret must have a key for signatures registered, even if it presents nothing but a certificate."
        ),
        new(
            "`client_secret_basic`, `client_secret_post`",
            "node-oidc-provider, OpenIddict",
            Policy,
            "Both take the secret of a client in the body as well as in the header, whichever is registered; OpenIddict registers no method at all. This server holds a client to its method (`client.method`, RFC 7591 §2), unless `AcceptSecretInBody` is set."
        ),
        new(
            "PAR",
            "openid-client",
            Policy,
            "It builds the browser's address together with the pushed request, and this server publishes no `authorization_endpoint`. The test adds one to the metadata; nobody calls it."
        ),
        new(
            "DPoP",
            "oauth4webapi",
            Policy,
            "After `use_dpop_nonce` it leaves the second request to its caller. openid-client and this project's client send it by themselves."
        ),
        new(
            "`private_key_jwt`",
            "MSAL",
            Theirs,
            "In an assertion that MSAL makes itself from a certificate, the audience is the token endpoint, and `nbf` and `exp` are strings of digits. RFC 10070 §4 wants the issuer, RFC 7519 §2 wants numbers, and this server refuses both (`assertion.aud`, `assertion.exp`); `AudiencePolicy.Legacy` lets the first pass. In the table the app makes the assertion."
        ),
        new(
            "introspection, revocation",
            "OpenIddict.Client",
            Theirs,
            "It tells its app `server_error` where the server answered 401 with `invalid_client`."
        ),
        new(
            "`client_secret_jwt`, `private_key_jwt`, DPoP",
            "Duende.IdentityModel, MSAL",
            Policy,
            "They carry a JWT that the app makes; the test makes it with Microsoft.IdentityModel.JsonWebTokens."
        ),
    ];
}
