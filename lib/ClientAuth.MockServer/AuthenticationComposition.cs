using ClientAuth.MockServer.Certificates;
using ClientAuth.MockServer.KeySets;
using ClientAuth.MockServer.Methods;
using ClientAuth.MockServer.Weaknesses;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer;

/// <summary>Puts together what finds out who a client is: the methods, and what they verify with.</summary>
internal static class AuthenticationComposition
{
    public static ClientAuthenticator Build(
        AuthorizationServerOptions options,
        AuthorizationServerMetadata metadata,
        RegisteredClients clients,
        ProofComposition proofs,
        params IReadOnlyList<MethodVerifier> furtherMethods
    )
    {
        var secrets = new SecretChecks(options.Clock, options.SecretHashIterations);
        var assertions = new AssertionChecks(
            new AssertionPolicy(
                options.TypPolicy,
                options.AssertionAlgorithms,
                options.AudienceForm,
                options.ClockSkew,
                options.MaximumAssertionLifetime,
                options.SwitchedOff
            ),
            clients,
            Audiences(options, metadata),
            options.Clock
        );
        var download = new KeySetDownload(
            options.JwksUriAuthorities,
            options.Clock,
            options.JwksUriTimeout,
            options.MaximumKeySetSize
        );
        var keys = new ClientKeys(
            download,
            new KeySetPolicy(options.Clock, options.KeySetLifetime, options.KeySetRefetchInterval),
            options.JwksUriOrigins,
            options.MinimumRsaKeySize
        );
        MethodVerifier[] verifiers =
        [
            new None(),
            new ClientSecretBasic(secrets, options.AcceptSecretInBody),
            new ClientSecretPost(secrets),
            new ClientSecretJwt(assertions, secrets),
            new PrivateKeyJwt(
                assertions,
                keys,
                options.KeyIdPolicy,
                HeaderChoice.For(options.SwitchedOff, clients, download)
            ),
            new TlsClientAuth(CertificateChecks.For(options)),
            new SelfSignedTlsClientAuth(keys, options.AcceptReissuedSelfSignedCertificates),
            new AttestJwtClientAuth(proofs.Attestations, proofs.Pops),
            new AttestJwtClientAuthDpop(proofs.Attestations, proofs.CombinedDpop),
            .. furtherMethods,
        ];
        return new ClientAuthenticator(
            clients,
            verifiers,
            new DecoyKeys(options.MinimumRsaKeySize),
            worksEvenly: !options.SwitchedOff.Contains(Defence.EvenWork),
            new FailureThrottle(
                clients,
                options.Clock,
                options.AuthenticationFailureLimit,
                options.AuthenticationFailureWindow
            )
        );
    }

    private static IReadOnlyList<string> Audiences(
        AuthorizationServerOptions options,
        AuthorizationServerMetadata metadata
    ) =>
        options.AudiencePolicy switch
        {
            AudiencePolicy.IssuerOnly => [metadata.Issuer],
            AudiencePolicy.TokenEndpointOnly => TokenEndpoints(metadata),
            _ => [metadata.Issuer, .. TokenEndpoints(metadata)],
        };

    private static IReadOnlyList<string> TokenEndpoints(AuthorizationServerMetadata metadata) =>
        [metadata.TokenEndpoint, metadata.MtlsEndpointAliases!.TokenEndpoint];
}
