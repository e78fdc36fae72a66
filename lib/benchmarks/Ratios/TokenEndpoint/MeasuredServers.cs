using System.Security.Cryptography.X509Certificates;
using ClientAuth.Protocol;
using Ratios.Load;
using Ratios.Servers;
using Ratios.Servers.Floor;
using Ratios.World;

namespace Ratios.TokenEndpoint;

/// <summary>
/// The servers that are compared, each in a process of its own and with the same clients. Those of other people start when the first ratio
/// needs them, so that one that does not start takes no other ratio with it.
/// </summary>
internal sealed class MeasuredServers : IAsyncDisposable
{
    private readonly MeasuredClients _clients;
    private readonly ServerProcess _ours;
    private readonly ServerProcess _floor;
    private readonly Lazy<Task<ServerProcess>> _openIddict;
    private readonly Lazy<Task<ServerProcess>> _node;

    private MeasuredServers(MeasuredClients clients, ServerProcess ours, ServerProcess floor)
    {
        _clients = clients;
        _ours = ours;
        _floor = floor;
        _openIddict = new(() => ServerProcess.StartAsync(OpenIddictServer.Kind, SetupOf(clients)));
        _node = new(() => NodeServer.StartAsync(clients, [clients.Of(TokenEndpointAuthMethods.ClientSecretPost)]));
    }

    public static async Task<MeasuredServers> StartAsync(MeasuredClients clients)
    {
        var setup = SetupOf(clients);
        var ours = await ServerProcess.StartAsync(OurServer.Kind, setup);
        try
        {
            var samples = Samples(ours, clients);
            var floor = await ServerProcess.StartAsync(FloorServer.Kind, setup with { Samples = samples });
            return new MeasuredServers(clients, ours, floor);
        }
        catch
        {
            await ours.DisposeAsync();
            throw;
        }
    }

    /// <summary>Certificates, keys and clients, as every server gets them.</summary>
    public static ServerSetup SetupOf(MeasuredClients clients)
    {
        using var key = clients.ServerCertificate.GetECDsaPrivateKey()!;
        return new ServerSetup
        {
            Certificate = clients.ServerCertificate.ExportCertificatePem(),
            Key = key.ExportPkcs8PrivateKeyPem(),
            Authority = clients.Authority.Certificate.ExportCertificatePem(),
            Clients = [.. clients.All.Select(client => client.Registration)],
        };
    }

    public ServerProcess OurProcess => _ours;

    public ServerProcess FloorProcess => _floor;

    public LoadedServer Ours(MeasuredClient client) => new(_ours, client, _clients);

    public LoadedServer Floor(MeasuredClient client) => new(_floor, client, _clients, "/" + client.Id);

    /// <summary>Null for a method that it does not know.</summary>
    public async Task<LoadedServer?> OpenIddictAsync(MeasuredClient client) =>
        OpenIddictServer.Knows(client.Method) ? new(await _openIddict.Value, client, _clients) : null;

    /// <summary>Null where the machine does not have it.</summary>
    public async Task<LoadedServer?> NodeAsync(MeasuredClient client) =>
        NodeServer.Missing is null ? new(await _node.Value, client, _clients) : null;

    public async ValueTask DisposeAsync()
    {
        await _ours.DisposeAsync();
        await _floor.DisposeAsync();
        foreach (var peer in new[] { _openIddict, _node })
        {
            if (peer is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
            {
                await (await peer.Value).DisposeAsync();
            }
        }
    }

    private static List<SampleResponse> Samples(ServerProcess ours, MeasuredClients clients) =>
        [
            .. clients.All.Select(client =>
            {
                using var loaded = new LoadedServer(ours, client, clients);
                var response = loaded.Ask();
                return response.Status == 200
                    ? new SampleResponse(client.Id, response.OwnHeaders, response.Body)
                    : throw new InvalidOperationException($"{client.Name}: {response.Head}{response.Body}");
            }),
        ];
}
