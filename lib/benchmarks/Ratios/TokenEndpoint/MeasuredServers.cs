using System.Security.Cryptography.X509Certificates;
using ClientAuth.Protocol;
using Ratios.Load;
using Ratios.Servers;
using Ratios.Servers.Floor;
using Ratios.World;

namespace Ratios.TokenEndpoint;

/// <summary>The servers that are compared, each in a process of its own and with the same clients.</summary>
internal sealed class MeasuredServers : IAsyncDisposable
{
    private readonly MeasuredClients _clients;
    private readonly ServerProcess _ours;
    private readonly ServerProcess _floor;
    private readonly ServerProcess _openIddict;
    private readonly ServerProcess? _node;

    private MeasuredServers(
        MeasuredClients clients,
        ServerProcess ours,
        ServerProcess floor,
        ServerProcess openIddict,
        ServerProcess? node
    )
    {
        _clients = clients;
        _ours = ours;
        _floor = floor;
        _openIddict = openIddict;
        _node = node;
    }

    public static async Task<MeasuredServers> StartAsync(MeasuredClients clients)
    {
        var setup = SetupOf(clients);
        var ours = await ServerProcess.StartAsync(OurServer.Kind, setup);
        return new MeasuredServers(
            clients,
            ours,
            await ServerProcess.StartAsync(FloorServer.Kind, setup with { Samples = Samples(ours, clients) }),
            await ServerProcess.StartAsync(OpenIddictServer.Kind, setup),
            NodeServer.Missing is null
                ? await NodeServer.StartAsync(clients, [clients.Of(TokenEndpointAuthMethods.ClientSecretPost)])
                : null
        );
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
    public LoadedServer? OpenIddict(MeasuredClient client) =>
        OpenIddictServer.Knows(client.Method) ? new(_openIddict, client, _clients) : null;

    /// <summary>Null where the machine does not have it.</summary>
    public LoadedServer? Node(MeasuredClient client) => _node is null ? null : new(_node, client, _clients);

    public async ValueTask DisposeAsync()
    {
        await _ours.DisposeAsync();
        await _floor.DisposeAsync();
        await _openIddict.DisposeAsync();
        if (_node is not null)
        {
            await _node.DisposeAsync();
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
