using ClientAuth.Credentials;
using ClientAuth.MockServer;
using ClientAuth.MockServer.Composition;
using ClientAuth.MockServer.Hosting;
using ClientAuth.MockServer.Methods;
using ClientAuth.MockServer.Reading;
using ClientAuth.MockServer.Registrations;
using ClientAuth.Protocol;
using ClientAuth.Protocol.Recording;

namespace Ratios.Assertions;

/// <summary>The part of our server that authenticates clients, without listeners, and a request as it gets it.</summary>
internal static class VerifyingServer
{
    public const string Issuer = "https://localhost";

    public static ClientAuthenticator For(string clientId, string algorithm, Jwk key)
    {
        using var certificate = SelfSignedCertificate.Create(CertificateProfile.LoopbackServer(), TimeProvider.System);
        var options = new AuthorizationServerOptions
        {
            ServerCertificate = certificate,
            Clients =
            [
                new()
                {
                    ClientId = clientId,
                    TokenEndpointAuthMethod = TokenEndpointAuthMethods.PrivateKeyJwt,
                    TokenEndpointAuthSigningAlg = algorithm,
                    Jwks = new JwkSet { Keys = [key] },
                },
            ],
            Clock = TimeProvider.System,
        };
        var rules = new RegistrationRules(
            options.Keys,
            options.KeySets.JwksUriOrigins,
            TokenEndpointAuthMethods.All,
            options.Assertions.AssertionAlgorithms
        );
        var metadata = ServerDescription.Of(options, TokenEndpointAuthMethods.All, Issuer, Issuer);
        return AuthenticationComposition.Build(
            options,
            metadata,
            new ServerNames(certificate, options.HostName),
            new RegisteredClients(options.Clients, rules, options.Limits, options.Clock),
            ServerComposition.Certificates(options),
            new ProofComposition(options, metadata.Issuer, keys: null)
        );
    }

    public static FormRequest Request(string assertion)
    {
        var body =
            $"grant_type=client_credentials&client_assertion_type={Uri.EscapeDataString(ClientAssertionTypes.JwtBearer)}&client_assertion={assertion}";
        return FormParameters.TryParse(body, out var form, out var problem)
            ? new FormRequest(
                new IncomingRequest(
                    new RecordedRequest("POST", "/token", "HTTP/1.1", [], body),
                    new RecordedTls("TLS 1.3", "TLS_AES_256_GCM_SHA384", null),
                    []
                )
                {
                    Origin = Issuer,
                },
                form
            )
            : throw new InvalidOperationException(problem);
    }
}
