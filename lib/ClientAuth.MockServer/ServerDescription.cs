using ClientAuth.MockServer.Endpoints;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer;

/// <summary>Writes the metadata of a server (RFC 8414 §2).</summary>
internal static class ServerDescription
{
    public static AuthorizationServerMetadata Of(string issuer, string mtlsOrigin, IReadOnlyList<string> scopes) =>
        new()
        {
            Issuer = issuer,
            TokenEndpoint = issuer + Paths.Token,
            JwksUri = issuer + Paths.Jwks,
            GrantTypesSupported = [GrantTypes.ClientCredentials],
            ScopesSupported = scopes,
            TokenEndpointAuthMethodsSupported = TokenEndpointAuthMethods.All,
            TokenEndpointAuthSigningAlgValuesSupported =
            [
                .. SignatureAlgorithms.Symmetric,
                .. SignatureAlgorithms.Asymmetric,
            ],
            MtlsEndpointAliases = new MtlsEndpointAliases { TokenEndpoint = mtlsOrigin + Paths.Token },
            TlsClientCertificateBoundAccessTokens = true,
        };
}
