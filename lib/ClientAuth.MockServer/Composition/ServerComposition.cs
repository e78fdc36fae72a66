using ClientAuth.MockServer.Authorization;
using ClientAuth.MockServer.Certificates;
using ClientAuth.MockServer.Endpoints;
using ClientAuth.MockServer.Exchanges;
using ClientAuth.MockServer.Faults;
using ClientAuth.MockServer.Grants;
using ClientAuth.MockServer.Hosting;
using ClientAuth.MockServer.Jwt;
using ClientAuth.MockServer.Methods;
using ClientAuth.MockServer.Options;
using ClientAuth.MockServer.Reading;
using ClientAuth.MockServer.Registrations;
using ClientAuth.MockServer.Tokens;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Composition;

/// <summary>Puts a server together from its options. Read it as the map of the pieces.</summary>
internal static class ServerComposition
{
    public static ExchangeHandler Build(
        AuthorizationServerOptions options,
        AuthorizationServerMetadata metadata,
        ServerNames names,
        RegisteredClients clients,
        RegistrationRules rules,
        ServerKey key,
        RecordedExchanges exchanges,
        SecretsInText secrets,
        FaultScript faults,
        PushedAuthorizationRequests pushed,
        NodeState node,
        IReadOnlyList<MethodVerifier> furtherMethods
    )
    {
        var proofs = new ProofComposition(options, metadata.Issuer, node.Keys);
        var certificates = Certificates(options);
        var authenticator = AuthenticationComposition.Build(
            options,
            metadata,
            names,
            clients,
            certificates,
            proofs,
            furtherMethods
        );
        var singleUse = new SingleUseChecks(node.State, forgets: options.SwitchedOff.Contains(Defence.SingleUse));
        var clientAdmission = new ClientAdmission(authenticator, singleUse);
        var attestation = new AttestationComposition(options, metadata.Issuer, clients, key, proofs);
        var token = new TokenEndpoint(
            clientAdmission,
            new GrantChecks([new ClientCredentialsGrant(proofs.Dpop), .. attestation.Grants()]),
            new AccessTokens(key, metadata.Issuer, options.Clock, options.Tokens.AccessTokenLifetime)
        );
        var issued = new IssuedTokens(node.State);
        var tokenChecks = new AccessTokenChecks(key, metadata.Issuer, clients, issued, options.Clock);
        var tokenAdmission = new TokenAdmission(tokenChecks, new BindingChecks(proofs.Dpop), singleUse);
        var registration = RegistrationComposition.Routes(
            options,
            metadata.RegistrationEndpoint!,
            clients,
            rules,
            certificates,
            tokenAdmission,
            issued
        );
        var description = new DocumentEndpoint<AuthorizationServerMetadata>(
            metadata,
            ProtocolJson.Default.AuthorizationServerMetadata
        );
        var endpoints = new EndpointTable(
            proofs.Fresh,
            clients,
            [
                new Route(Paths.Metadata, description),
                new Route(Paths.OpenIdConfiguration, description),
                new Route(
                    Paths.Jwks,
                    new DocumentEndpoint<JwkSet>(new JwkSet { Keys = [key.Public] }, ProtocolJson.Default.JwkSet)
                ),
                new Route(Paths.Token, token),
                new Route(Paths.Challenge, proofs.Challenge),
                new Route(
                    Paths.Introspection,
                    new IntrospectionEndpoint(
                        clientAdmission,
                        tokenChecks,
                        metadata.Issuer,
                        options.Tokens.ResourceServers
                    )
                ),
                new Route(Paths.Revocation, new RevocationEndpoint(clientAdmission, tokenChecks, issued)),
                new Route(
                    Paths.PushedAuthorizationRequest,
                    new PushedAuthorizationRequestEndpoint(clientAdmission, pushed)
                ),
                new Route(Paths.Resource, new ProtectedResource(tokenAdmission)),
                .. registration,
                .. attestation.Routes(node.State, singleUse),
            ]
        );
        var source = new CertificateSource(
            options.Certificates.TrustedProxies,
            believesAnybody: options.SwitchedOff.Contains(Defence.ClientCertOfProxies)
        );
        return new ExchangeHandler(
            endpoints,
            source,
            names,
            exchanges,
            secrets,
            faults,
            options.NewTrace,
            options.Limits,
            options.Proofs.ProofAlgorithms,
            options.Clock,
            options.RecordsExchanges
        );
    }

    public static CertificateChecks Certificates(AuthorizationServerOptions options)
    {
        var encoding = new EncodingChecks();
        return new(
            new PathSearch(
                encoding.RequireAnchors(options.Certificates.ClientAuthorities),
                options.Certificates.MaximumCertificatePathLength,
                options.Clock
            ),
            encoding,
            new AlgorithmChecks(options.Keys.MinimumRsaKeySize),
            new NameConstraintChecks(),
            RevocationChecks.Against(options.Certificates.RevocationLists, options.Clock),
            options.Clock
        );
    }
}
