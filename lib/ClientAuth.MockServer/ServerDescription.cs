using ClientAuth.MockServer.Endpoints;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer;

/// <summary>Writes the metadata of a server (RFC 8414 §2).</summary>
internal static class ServerDescription
{
    /// <param name="options">What the server is made of.</param>
    /// <param name="origin">Of the main listener.</param>
    /// <param name="mtlsOrigin">Of the listener that asks for a client certificate.</param>
    public static AuthorizationServerMetadata Of(
        AuthorizationServerOptions options,
        string origin,
        string mtlsOrigin
    ) =>
        new()
        {
            Issuer = options.Issuer ?? origin,
            TokenEndpoint = origin + Paths.Token,
            JwksUri = origin + Paths.Jwks,
            IntrospectionEndpoint = origin + Paths.Introspection,
            IntrospectionEndpointAuthMethodsSupported =
            [
                .. TokenEndpointAuthMethods.All.Where(method => method != TokenEndpointAuthMethods.None),
            ],
            IntrospectionEndpointAuthSigningAlgValuesSupported = options.AssertionAlgorithms,
            RevocationEndpoint = origin + Paths.Revocation,
            RevocationEndpointAuthMethodsSupported = TokenEndpointAuthMethods.All,
            RevocationEndpointAuthSigningAlgValuesSupported = options.AssertionAlgorithms,
            PushedAuthorizationRequestEndpoint = origin + Paths.PushedAuthorizationRequest,
            RegistrationEndpoint = origin + Paths.Registration,
            GrantTypesSupported = [GrantTypes.ClientCredentials],
            ScopesSupported =
            [
                .. options.Clients.SelectMany(client => client.Scopes).Distinct().Order(StringComparer.Ordinal),
            ],
            TokenEndpointAuthMethodsSupported = TokenEndpointAuthMethods.All,
            TokenEndpointAuthSigningAlgValuesSupported = options.AssertionAlgorithms,
            MtlsEndpointAliases = new MtlsEndpointAliases
            {
                TokenEndpoint = mtlsOrigin + Paths.Token,
                IntrospectionEndpoint = mtlsOrigin + Paths.Introspection,
                RevocationEndpoint = mtlsOrigin + Paths.Revocation,
                PushedAuthorizationRequestEndpoint = mtlsOrigin + Paths.PushedAuthorizationRequest,
                RegistrationEndpoint = mtlsOrigin + Paths.Registration,
            },
            TlsClientCertificateBoundAccessTokens = true,
        };
}
