using ClientAuth.MockServer.Assertions;
using ClientAuth.MockServer.Certificates;
using ClientAuth.MockServer.Dpop;
using ClientAuth.MockServer.Endpoints;
using ClientAuth.MockServer.Faults;
using ClientAuth.MockServer.Hosting;
using ClientAuth.MockServer.KeySets;
using ClientAuth.MockServer.Methods;
using ClientAuth.MockServer.Reading;
using ClientAuth.MockServer.Tokens;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer;

/// <summary>Puts a server together from its options. Read it as the map of the pieces.</summary>
internal static class ServerComposition
{
    public static ExchangeHandler Build(
        AuthorizationServerOptions options,
        AuthorizationServerMetadata metadata,
        RegisteredClients clients,
        ServerKey key,
        RecordedExchanges exchanges,
        FaultScript faults,
        PushedAuthorizationRequests pushed
    )
    {
        var secrets = new SecretChecks(options.Clock);
        var proofs = new ProofComposition(options, metadata.Issuer);
        var assertions = new AssertionChecks(
            new HeaderChecks(options.TypPolicy, options.AssertionAlgorithms),
            new IdentityChecks(Audiences(options, metadata), options.AudienceForm),
            new TimeChecks(options.Clock, options.ClockSkew, options.MaximumAssertionLifetime)
        );
        var keys = new ClientKeys(
            new KeySetDownload(
                options.JwksUriAuthorities,
                options.Clock,
                options.JwksUriTimeout,
                options.MaximumKeySetSize
            ),
            new KeySetRules(options.MinimumRsaKeySize),
            new KeySetPolicy(options.Clock, options.KeySetLifetime, options.KeySetRefetchInterval),
            options.JwksUriOrigins
        );
        MethodVerifier[] verifiers =
        [
            new None(),
            new ClientSecretBasic(secrets),
            new ClientSecretPost(secrets),
            new ClientSecretJwt(assertions, secrets),
            new PrivateKeyJwt(assertions, keys),
            new TlsClientAuth(CertificateChecks.For(options)),
            new SelfSignedTlsClientAuth(keys),
            new AttestJwtClientAuth(proofs.Attestations, proofs.Pops),
            new AttestJwtClientAuthDpop(proofs.Attestations, proofs.Dpop),
        ];
        var authenticator = new ClientAuthenticator(
            clients,
            verifiers,
            new DecoyClients(options.MinimumRsaKeySize),
            new FailureThrottle(
                clients,
                options.Clock,
                options.AuthenticationFailureLimit,
                options.AuthenticationFailureWindow
            )
        );
        var spending = new AssertionSpending(options.UsedAssertions ?? new UsedAssertions(options.Clock));
        var token = new TokenEndpoint(
            authenticator,
            new TokenRequestProofs(proofs.Dpop),
            spending,
            new AccessTokens(key, metadata.Issuer, options.Clock, options.AccessTokenLifetime)
        );
        var issued = new IssuedTokens(options.Clock);
        var tokenChecks = new AccessTokenChecks(key, metadata.Issuer, clients, issued, options.Clock);
        var tokenAdmission = new TokenAdmission(tokenChecks, new BoundTokenProofs(proofs.Dpop), spending);
        var clientAdmission = new ClientAdmission(authenticator, spending);
        var registration = RegistrationComposition.Routes(
            options,
            metadata.RegistrationEndpoint!,
            clients,
            tokenAdmission,
            issued
        );
        var endpoints = new EndpointTable(
            proofs.Fresh,
            [
                new Route(
                    Paths.Metadata,
                    new DocumentEndpoint<AuthorizationServerMetadata>(
                        metadata,
                        ProtocolJson.Default.AuthorizationServerMetadata
                    )
                ),
                new Route(
                    Paths.Jwks,
                    new DocumentEndpoint<JwkSet>(new JwkSet { Keys = [key.Public] }, ProtocolJson.Default.JwkSet)
                ),
                new Route(Paths.Token, token),
                new Route(Paths.Challenge, proofs.Challenge),
                new Route(
                    Paths.Introspection,
                    new IntrospectionEndpoint(clientAdmission, tokenChecks, metadata.Issuer, options.ResourceServers)
                ),
                new Route(Paths.Revocation, new RevocationEndpoint(clientAdmission, tokenChecks, issued)),
                new Route(
                    Paths.PushedAuthorizationRequest,
                    new PushedAuthorizationRequestEndpoint(clientAdmission, pushed)
                ),
                new Route(Paths.Resource, new ProtectedResource(tokenAdmission)),
                .. registration,
            ]
        );
        var certificates = new CertificateSource(options.TrustedProxies);
        return new ExchangeHandler(endpoints, certificates, exchanges, faults, options);
    }

    private static IReadOnlyList<string> Audiences(
        AuthorizationServerOptions options,
        AuthorizationServerMetadata metadata
    ) =>
        options.AudiencePolicy == AudiencePolicy.IssuerOnly
            ? [metadata.Issuer]
            : [metadata.Issuer, metadata.TokenEndpoint, metadata.MtlsEndpointAliases!.TokenEndpoint];
}
