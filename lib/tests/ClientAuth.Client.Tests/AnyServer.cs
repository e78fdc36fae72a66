using ClientAuth.Protocol;

namespace ClientAuth.Client.Tests;

/// <summary>A server that exists on paper only.</summary>
internal static class AnyServer
{
    public const string TokenJson = """{"access_token":"t-1","token_type":"Bearer","expires_in":60,"scope":"read"}""";

    public static AuthorizationServerMetadata Metadata { get; } =
        new()
        {
            Issuer = "https://as.example",
            TokenEndpoint = "https://as.example/token",
            JwksUri = "https://as.example/jwks",
            MtlsEndpointAliases = new MtlsEndpointAliases { TokenEndpoint = "https://mtls.as.example/token" },
        };
}
