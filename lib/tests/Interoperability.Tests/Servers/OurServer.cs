using ClientAuth.Client;
using ClientAuth.MockServer;
using ClientAuth.Protocol;
using Interoperability.Tests.Surroundings;

namespace Interoperability.Tests.Servers;

/// <summary>This project's server with its defaults, in this process.</summary>
internal sealed class OurServer : AskedServer
{
    private MockAuthorizationServer? _server;

    private OurServer() { }

    public AuthorizationServerMetadata Metadata => _server!.Metadata;

    /// <summary>The check that failed in the last request, by its name in the trace; null where all passed.</summary>
    public string? FailedCheck => _server!.Exchanges.Last?.Trace.Failure?.Check;

    /// <summary>The status of the last response.</summary>
    public int LastStatus => _server!.Exchanges.Last!.Response.Status;

    /// <param name="change">Of the options; null for the defaults.</param>
    public static async Task<OurServer> StartAsync(
        Func<AuthorizationServerOptions, AuthorizationServerOptions>? change = null
    )
    {
        var server = new OurServer();
        try
        {
            var options = server.Options();
            server._server = await MockAuthorizationServer.StartAsync(
                change?.Invoke(options) ?? options,
                CancellationToken.None
            );
            server.Issuer = server._server.Issuer;
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Each token registers one client.</summary>
    public override Task<string> InitialAccessTokenAsync() => TokenAsync(Scopes.DynamicClientRegistration);

    /// <summary>A token of the client of <c>client_secret_basic</c>, requested by this project's client.</summary>
    public async Task<string> TokenAsync(string scope)
    {
        var method = new ClientAuthenticationMethodConfiguration.Secret(Clients.Basic().Secret!);
        using var http = Connect(method);
        var client = new TokenClient(http, Metadata, TokenEndpointAuthMethods.ClientSecretBasic, method, Clock)
        {
            Deadline = Patience,
        };
        return await client.RequestTokenAsync(scope) is TokenOutcome.Issued issued
            ? issued.Response.AccessToken
            : throw new InvalidOperationException($"The server gave no token for '{scope}'.");
    }

    protected override ValueTask StopAsync() => _server?.DisposeAsync() ?? ValueTask.CompletedTask;

    private AuthorizationServerOptions Options() =>
        new()
        {
            ServerCertificate = Certificate,
            Clients = Clients.Registered,
            Clock = Clock,
            Certificates = new() { ClientAuthorities = [Authority.Certificate] },
            Attestation = new()
            {
                ClientAttesters =
                [
                    new()
                    {
                        Issuer = Attester.Issuer,
                        Keys = new JwkSet { Keys = [Attester.PublicKey] },
                    },
                ],
            },
        };
}
