using ClientAuth.MockServer.Certificates;
using ClientAuth.MockServer.Endpoints;
using ClientAuth.MockServer.Hosting;
using ClientAuth.MockServer.Jwt;
using ClientAuth.MockServer.KeySets;
using ClientAuth.MockServer.Methods;
using ClientAuth.MockServer.Options;
using ClientAuth.MockServer.Registrations;
using ClientAuth.MockServer.Weaknesses;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Composition;

/// <summary>Puts together what finds out who a client is: the methods, and what they verify with.</summary>
internal static class AuthenticationComposition
{
    public static ClientAuthenticator Build(
        AuthorizationServerOptions options,
        AuthorizationServerMetadata metadata,
        ServerNames names,
        RegisteredClients clients,
        CertificateChecks certificates,
        ProofComposition proofs,
        params IReadOnlyList<MethodVerifier> furtherMethods
    )
    {
        var secrets = new SecretChecks(options.Clock, options.Secrets.SecretHashIterations);
        var assertions = new AssertionChecks(
            options.Assertions,
            AudienceChecks.OfAssertions(options.Assertions, metadata, TokenEndpointsByOtherNames(metadata, names)),
            clients,
            options.ClockSkew,
            options.SwitchedOff,
            options.Clock
        );
        var download = new KeySetDownload(
            options.KeySets.JwksUriAuthorities,
            options.Clock,
            options.KeySets.JwksUriTimeout,
            options.KeySets.MaximumKeySetSize
        );
        var keys = new ClientKeys(
            download,
            new KeySetPolicy(options.Clock, options.KeySets.KeySetLifetime, options.KeySets.KeySetRefetchInterval),
            options.KeySets.JwksUriOrigins,
            options.Keys
        );
        var header = HeaderChoice.For(options.SwitchedOff, clients, download);
        MethodVerifier[] verifiers =
        [
            new None(),
            new ClientSecretBasic(secrets, options.Secrets.AcceptSecretInBody),
            new ClientSecretPost(secrets),
            new ClientSecretJwt(assertions, secrets),
            new PrivateKeyJwt(
                assertions,
                keys,
                new KeyChoice(
                    options.Assertions.KeyIdPolicy,
                    header is null ? options.Assertions.MaximumKeysTried : int.MaxValue
                ),
                header
            ),
            new TlsClientAuth(certificates),
            new SelfSignedTlsClientAuth(keys, options.Certificates.AcceptReissuedSelfSignedCertificates),
            new AttestJwtClientAuth(proofs.Attestations, proofs.Pops),
            new AttestJwtClientAuthDpop(proofs.Attestations, proofs.CombinedDpop),
            .. furtherMethods,
        ];
        return new ClientAuthenticator(
            clients,
            verifiers,
            new DecoyKeys(options.Keys.MinimumRsaKeySize),
            worksEvenly: !options.SwitchedOff.Contains(Defence.EvenWork),
            new FailureThrottle(
                clients,
                options.Clock,
                options.Secrets.AuthenticationFailureLimit,
                options.Secrets.AuthenticationFailureWindow
            )
        );
    }

    /// <summary>The token endpoints as a client knows them that came by another name of the server than the published one.</summary>
    public static IReadOnlyList<string> TokenEndpointsByOtherNames(
        AuthorizationServerMetadata metadata,
        ServerNames names
    ) =>
        [
            .. new[] { metadata.TokenEndpoint, metadata.MtlsEndpointAliases!.TokenEndpoint }
                .SelectMany(endpoint => names.OtherOrigins(new Uri(endpoint).Port))
                .Select(origin => origin + Paths.Token),
        ];
}
