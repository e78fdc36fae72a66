using ClientAuth.MockServer.Authorization;
using ClientAuth.MockServer.Composition;
using ClientAuth.MockServer.Exchanges;
using ClientAuth.MockServer.Faults;
using ClientAuth.MockServer.Hosting;
using ClientAuth.MockServer.Lab;
using ClientAuth.MockServer.Methods;
using ClientAuth.MockServer.Options;
using ClientAuth.MockServer.Registrations;
using ClientAuth.MockServer.Tokens;
using ClientAuth.Protocol;
using Microsoft.AspNetCore.Builder;

namespace ClientAuth.MockServer;

/// <summary>
/// An OAuth authorization server in this process, on loopback, over real TLS. It authenticates clients by every method of
/// <see cref="TokenEndpointAuthMethods"/>, checks what it claims to check, and records what it saw and why it decided so.
/// </summary>
public sealed class MockAuthorizationServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ServerKey _key;

    private MockAuthorizationServer(
        WebApplication app,
        ServerKey key,
        AuthorizationServerMetadata metadata,
        RegisteredClients clients,
        RecordedExchanges exchanges,
        FaultScript faults,
        PushedAuthorizationRequests pushed
    )
    {
        _app = app;
        _key = key;
        Metadata = metadata;
        Clients = clients;
        Exchanges = exchanges;
        Faults = faults;
        PushedAuthorizationRequests = pushed;
    }

    /// <summary>The server's identifier: <c>https://localhost:</c> and the port of the main listener, unless options give another.</summary>
    public string Issuer => Metadata.Issuer;

    /// <summary>What the server publishes about itself (RFC 8414 §2).</summary>
    public AuthorizationServerMetadata Metadata { get; }

    /// <summary>The clients, which may change while the server runs.</summary>
    public RegisteredClients Clients { get; }

    /// <summary>Every request so far, with what was decided and why.</summary>
    public RecordedExchanges Exchanges { get; }

    /// <summary>Faults that the server is to show on purpose; none, unless a caller scripts some.</summary>
    public FaultScript Faults { get; }

    /// <summary>What clients have pushed and nobody has taken (RFC 9126 §2.2).</summary>
    public PushedAuthorizationRequests PushedAuthorizationRequests { get; }

    /// <summary>Starts a server; it accepts connections when the task is done.</summary>
    /// <exception cref="ArgumentException">An option is wrong, or a client lacks what its method needs; the message names it.</exception>
    /// <exception cref="System.Net.Sockets.SocketException">The port is taken; the message names it.</exception>
    public static Task<MockAuthorizationServer> StartAsync(
        AuthorizationServerOptions options,
        CancellationToken cancellationToken
    ) => StartAsync(options, cancellationToken, furtherMethods: []);

    /// <summary>Starts a server that has methods beside those of <see cref="TokenEndpointAuthMethods"/>.</summary>
    internal static async Task<MockAuthorizationServer> StartAsync(
        AuthorizationServerOptions options,
        CancellationToken cancellationToken,
        params IReadOnlyList<MethodVerifier> furtherMethods
    )
    {
        options.Check();
        IReadOnlyList<string> methods =
        [
            .. ServerDescription.Methods(options),
            .. furtherMethods.Select(verifier => verifier.Method),
        ];
        var rules = new RegistrationRules(
            options.Keys,
            options.KeySets.JwksUriOrigins,
            methods,
            options.Assertions.AssertionAlgorithms
        );
        var node = NodeState.Of(options);
        var clients = new RegisteredClients(options.Clients, rules, options.Limits, options.Clock, node.Shared);
        string[] labToken = options.LabEndpoints is { } endpoints ? [endpoints.Token.Reveal()] : [];
        var secrets = new SecretsInText(clients, labToken);
        var exchanges = new RecordedExchanges(
            options.Limits.RecordedExchangeLimit,
            options.Limits.RecordedExchangesSize
        );
        var faults = new FaultScript(options.Clock);
        var pushed = new PushedAuthorizationRequests(
            options.Clock,
            options.Limits.PushedAuthorizationRequestLifetime,
            node.State
        );
        var key = new ServerKey(options.Keys.SigningKey);
        LoopbackSockets? main = null;
        LoopbackSockets? mtls = null;
        try
        {
            (main, mtls) = LoopbackSockets.Bind(options.Port, options.MtlsPort);
            var names = new ServerNames(options.ServerCertificate, options.HostName);
            var metadata = ServerDescription.Of(options, methods, names.Origin(main.Port), names.Origin(mtls.Port));
            var handler = ServerComposition.Build(
                options,
                metadata,
                names,
                clients,
                rules,
                key,
                exchanges,
                secrets,
                faults,
                pushed,
                node,
                furtherMethods
            );
            var inFront = LabHandler.InFrontOf(
                handler.HandleAsync,
                options.LabEndpoints,
                options.Clock,
                names,
                faults,
                exchanges,
                secrets
            );
            var app = await WebHost.StartAsync(
                [
                    new WebListener(main, new ServerTls(options.ServerCertificate, asksForClientCertificate: false)),
                    new WebListener(
                        mtls,
                        new ServerTls(
                            options.ServerCertificate,
                            asksForClientCertificate: true,
                            resumes: options.SwitchedOff.Contains(Defence.FullHandshakes)
                        )
                    )
                    {
                        Refused = new RefusedHandshakes(exchanges, options.NewTrace, options.Clock).Record,
                    },
                ],
                options.Limits.MaximumRequestBodySize,
                options.Limits.ConnectionLimit,
                faults,
                inFront,
                cancellationToken
            );
            return new MockAuthorizationServer(app, key, metadata, clients, exchanges, faults, pushed);
        }
        catch
        {
            // Only here: the sockets of a server that runs are Kestrel's to close.
            main?.Dispose();
            mtls?.Dispose();
            key.Dispose();
            throw;
        }
    }

    /// <summary>Stops listening and closes every connection.</summary>
    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _key.Dispose();
    }
}
