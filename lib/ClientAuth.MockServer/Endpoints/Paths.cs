using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Endpoints;

/// <summary>Where the endpoints are, below the server's origin.</summary>
internal static class Paths
{
    public const string Metadata = AuthorizationServerMetadata.WellKnownPath;

    /// <summary>
    /// The same document, where clients look that know OpenID Connect alone. RFC 8414 §5 allows it: the names are general ones, and the
    /// document does not say that the server is an OpenID provider.
    /// </summary>
    public const string OpenIdConfiguration = "/.well-known/openid-configuration";

    public const string Jwks = "/jwks";
    public const string Token = "/token";
    public const string Introspection = "/introspect";
    public const string Revocation = "/revoke";
    public const string PushedAuthorizationRequest = "/par";
    public const string Challenge = "/challenge";

    /// <summary>Where a device attests itself for a Client Attestation Token.</summary>
    public const string ClientAttestationToken = "/cat";

    public const string Registration = "/register";

    /// <summary>Each registered client's own configuration endpoint is below it (RFC 7592 §2).</summary>
    public const string ClientConfigurations = "/register/";

    /// <summary>A protected resource, the one API that accepts this server's tokens.</summary>
    public const string Resource = "/resource";
}
