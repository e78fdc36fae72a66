using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Endpoints;

/// <summary>Where the endpoints are, below the issuer.</summary>
internal static class Paths
{
    public const string Metadata = AuthorizationServerMetadata.WellKnownPath;
    public const string Jwks = "/jwks";
    public const string Token = "/token";
}
