using ClientAuth.MockServer.Endpoints;
using ClientAuth.MockServer.Options;
using ClientAuth.Protocol;
using ClientAuth.Protocol.Attestation;

namespace ClientAuth.MockServer.Composition;

/// <summary>Writes the metadata of a server (RFC 8414 §2).</summary>
internal static class ServerDescription
{
    /// <param name="options">What the server is made of.</param>
    /// <param name="methods">The client authentication methods.</param>
    /// <param name="origin">Of the main listener.</param>
    /// <param name="mtlsOrigin">Of the listener that asks for a client certificate.</param>
    public static AuthorizationServerMetadata Of(
        AuthorizationServerOptions options,
        IReadOnlyList<string> methods,
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
                .. methods.Where(method => method != TokenEndpointAuthMethods.None),
            ],
            IntrospectionEndpointAuthSigningAlgValuesSupported = options.Assertions.AssertionAlgorithms,
            RevocationEndpoint = origin + Paths.Revocation,
            RevocationEndpointAuthMethodsSupported = methods,
            RevocationEndpointAuthSigningAlgValuesSupported = options.Assertions.AssertionAlgorithms,
            PushedAuthorizationRequestEndpoint = origin + Paths.PushedAuthorizationRequest,
            RegistrationEndpoint = origin + Paths.Registration,
            GrantTypesSupported = AttestsApps(options)
                ? [GrantTypes.ClientCredentials, GrantTypes.TokenExchange]
                : [GrantTypes.ClientCredentials],
            ScopesSupported =
            [
                .. options.Clients.SelectMany(client => client.Scopes).Distinct().Order(StringComparer.Ordinal),
            ],
            TokenEndpointAuthMethodsSupported = methods,
            TokenEndpointAuthSigningAlgValuesSupported = options.Assertions.AssertionAlgorithms,
            MtlsEndpointAliases = new MtlsEndpointAliases
            {
                TokenEndpoint = mtlsOrigin + Paths.Token,
                IntrospectionEndpoint = mtlsOrigin + Paths.Introspection,
                RevocationEndpoint = mtlsOrigin + Paths.Revocation,
                PushedAuthorizationRequestEndpoint = mtlsOrigin + Paths.PushedAuthorizationRequest,
                RegistrationEndpoint = mtlsOrigin + Paths.Registration,
            },
            TlsClientCertificateBoundAccessTokens = true,
            DpopSigningAlgValuesSupported = options.Proofs.ProofAlgorithms,
            ClientAttestationSigningAlgValuesSupported = Attests(options) ? options.Proofs.ProofAlgorithms : null,
            ClientAttestationPopSigningAlgValuesSupported = Attests(options) ? options.Proofs.ProofAlgorithms : null,
            ClientAttestationPopMethodsSupported = Attests(options) ? AttestationPopMethods.All : null,
            ChallengeEndpoint = origin + Paths.Challenge,
            ClientAttestationTokenEndpoint = AttestsApps(options) ? origin + Paths.ClientAttestationToken : null,
        };

    /// <summary>The methods that a client may be registered for: those that need an attester only where one is trusted.</summary>
    public static IReadOnlyList<string> Methods(AuthorizationServerOptions options) =>
        [
            .. TokenEndpointAuthMethods.All.Where(method =>
                Attests(options) || !TokenEndpointAuthMethods.Attested.Contains(method)
            ),
        ];

    /// <summary>Whether clients that an attester vouches for must answer a challenge.</summary>
    public static bool ChallengesAttestedClients(AuthorizationServerOptions options) =>
        Attests(options) && options.Attestation.AttestationChallenges == NoncePolicy.Required;

    /// <summary>Whether there are apps that attest themselves.</summary>
    public static bool AttestsApps(AuthorizationServerOptions options) => options.Apps.AttestedApps is not [];

    private static bool Attests(AuthorizationServerOptions options) => options.Attestation.ClientAttesters is not [];
}
