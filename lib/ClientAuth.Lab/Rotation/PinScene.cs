using System.Security.Cryptography.X509Certificates;
using ClientAuth.Client;
using ClientAuth.Client.Connections;
using ClientAuth.Credentials;
using ClientAuth.MockServer;
using ClientAuth.Protocol;

namespace ClientAuth.Lab.Rotation;

/// <summary>
/// Apps that pin the server's key. Here it is the server's credential that is rotated, and that the thief has: with it the thief
/// runs a server, and waits for apps that take it for the real one.
/// </summary>
internal sealed class PinScene : FleetScene
{
    private const string ClientId = "fleet-app";
    private const string ThePin = "the app's pin";

    private readonly ClientSecret _secret = NewClientSecret.Generate();
    private readonly List<X509Certificate2> _serverCertificates;
    private readonly Dictionary<(FleetDevice Device, int Generation), HttpClient> _apps = [];
    private readonly bool _withBackup;
    private MockAuthorizationServer? _impostor;

    private PinScene(IReadOnlyList<FleetDevice> devices, bool withBackup)
        : base(devices)
    {
        _withBackup = withBackup;
        // One for before the rotation, one for after it, and one whose key stays in the safe.
        _serverCertificates =
        [
            NewOptions().ServerCertificate,
            NewOptions().ServerCertificate,
            NewOptions().ServerCertificate,
        ];
    }

    public static async Task<PinScene> OpenAsync(
        IReadOnlyList<FleetDevice> devices,
        bool withBackup,
        CancellationToken cancellationToken
    )
    {
        var scene = new PinScene(devices, withBackup);
        var client = new ClientMetadata { ClientId = ClientId, ClientSecret = scene._secret.Reveal() };
        var options = scene.NewOptions() with { Clients = [client], ServerCertificate = scene._serverCertificates[0] };
        await scene.DeployAsync(_ => options, cancellationToken);
        scene._impostor = await MockAuthorizationServer.StartAsync(options, cancellationToken);
        return scene;
    }

    /// <summary>Restarts the server with a certificate of its next key.</summary>
    public Task RotateServerKeyAsync(CancellationToken cancellationToken) =>
        DeployAsync(options => options with { ServerCertificate = _serverCertificates[1] }, cancellationToken);

    public override Task<string?> AskAsync(FleetDevice device, int generation, CancellationToken cancellationToken) =>
        AskAsync(Server, device, generation, cancellationToken);

    // One app that falls for it is enough; apps of the same version do the same.
    public override async Task<bool> UseCopyAsync(int day, CancellationToken cancellationToken)
    {
        foreach (var device in Devices.DistinctBy(device => GenerationOf(device, day)))
        {
            if (await AskAsync(_impostor!, device, GenerationOf(device, day), cancellationToken) is null)
            {
                return true;
            }
        }

        return false;
    }

    public override async ValueTask DisposeAsync()
    {
        if (_impostor is not null)
        {
            await _impostor.DisposeAsync();
        }

        await base.DisposeAsync();
    }

    private async Task<string?> AskAsync(
        MockAuthorizationServer server,
        FleetDevice device,
        int generation,
        CancellationToken cancellationToken
    )
    {
        var method = new ClientAuthenticationMethodConfiguration.Secret(_secret);
        try
        {
            return await RequestAsync(server, AppOf(device, generation), ClientId, method, cancellationToken);
        }
        catch (AuthorizationServerException refused)
            when (refused.InnerException?.InnerException is ServerNotTrustedException)
        {
            return ThePin;
        }
    }

    private HttpClient AppOf(FleetDevice device, int generation)
    {
        if (!_apps.TryGetValue((device, generation), out var http))
        {
            var certificates = _serverCertificates.Skip(generation).Take(_withBackup ? 2 : 1);
            var pins = certificates.Select(one => new KeyPinning("localhost", PublicKeyHash.Of(one)));
            http = Owned(TokenHttp.Create(new ServerTrust.Pinned([.. pins]), method: null, Clock));
            _apps.Add((device, generation), http);
        }

        return http;
    }
}
