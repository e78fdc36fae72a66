using ClientAuth.MockServer;
using ClientAuth.MockServer.Composition;
using ClientAuth.MockServer.Hosting;
using ClientAuth.MockServer.Methods;
using ClientAuth.MockServer.Reading;
using ClientAuth.MockServer.Registrations;
using ClientAuth.Protocol;
using ClientAuth.Protocol.Recording;

namespace Benchmarks.Shared;

/// <summary>The part of our server that authenticates clients, without listeners, and requests as it gets them.</summary>
internal static class ServerAuthentication
{
    /// <summary>The server's issuer, and the origin of its endpoints.</summary>
    public const string Issuer = "https://localhost";

    public static ClientAuthenticator Of(AuthorizationServerOptions options)
    {
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
            new ServerNames(options.ServerCertificate, options.HostName),
            new RegisteredClients(options.Clients, rules, options.Limits, options.Clock),
            ServerComposition.Certificates(options),
            new ProofComposition(options, metadata.Issuer, keys: null)
        );
    }

    /// <summary>A request to the token endpoint.</summary>
    /// <param name="body">Its form.</param>
    /// <param name="headers">Those that count for authentication.</param>
    public static FormRequest Request(string body, params IReadOnlyList<RecordedHeader> headers) =>
        FormParameters.TryParse(body, out var form, out var problem)
            ? new FormRequest(
                new IncomingRequest(
                    new RecordedRequest("POST", "/token", "HTTP/1.1", headers, body),
                    new RecordedTls("TLS 1.3", "TLS_AES_256_GCM_SHA384", null),
                    []
                )
                {
                    Origin = Issuer,
                },
                form
            )
            : throw new InvalidOperationException(problem);

    /// <summary>The form's members of an assertion.</summary>
    public static string Form(string assertion) =>
        $"client_assertion_type={Uri.EscapeDataString(ClientAssertionTypes.JwtBearer)}&client_assertion={assertion}";
}
