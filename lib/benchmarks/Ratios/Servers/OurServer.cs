using ClientAuth.MockServer;

namespace Ratios.Servers;

/// <summary>The server of this project, as a lesson or a test starts it.</summary>
internal static class OurServer
{
    public const string Kind = "ours";

    public static async Task<(ServerReady Ready, IAsyncDisposable Server)> StartAsync(ServerSetup setup)
    {
        var server = await MockAuthorizationServer.StartAsync(
            new AuthorizationServerOptions
            {
                ServerCertificate = setup.ServerCertificate,
                Clients = setup.Clients,
                Clock = TimeProvider.System,
                Certificates = new() { ClientAuthorities = [setup.ClientAuthority] },
                RecordsExchanges = setup.RecordsExchanges,
            },
            CancellationToken.None
        );
        var metadata = server.Metadata;
        return (
            new ServerReady(server.Issuer, metadata.TokenEndpoint, metadata.MtlsEndpointAliases!.TokenEndpoint),
            server
        );
    }
}
