using ClientAuth.Client;
using ClientAuth.Client.Connections;
using ClientAuth.Credentials;
using ClientAuth.Protocol;

namespace ClientAuth.Lab.Rotation;

/// <summary>One secret in every install of the app, as it was built.</summary>
internal sealed class SecretScene : FleetScene
{
    private const string ClientId = "fleet-app";

    private readonly List<ClientSecret> _secrets = [NewClientSecret.Generate()];
    private readonly Dictionary<FleetDevice, HttpClient> _connections;
    private readonly HttpClient _thief;

    private SecretScene(IReadOnlyList<FleetDevice> devices)
        : base(devices)
    {
        _connections = devices.ToDictionary(device => device, _ => Connect());
        _thief = Connect();
    }

    public static async Task<SecretScene> OpenAsync(
        IReadOnlyList<FleetDevice> devices,
        CancellationToken cancellationToken
    )
    {
        var scene = new SecretScene(devices);
        var client = new ClientMetadata { ClientId = ClientId, ClientSecret = scene._secrets[0].Reveal() };
        await scene.DeployAsync(options => options with { Clients = [client] }, cancellationToken);
        return scene;
    }

    /// <summary>Registers a new secret; the one before is good for as long as the overlap lasts.</summary>
    public void Rotate(TimeSpan overlap)
    {
        _secrets.Add(NewClientSecret.Generate());
        Server.Clients.RotateSecret(ClientId, _secrets[^1], overlap);
    }

    public override Task<string?> AskAsync(FleetDevice device, int generation, CancellationToken cancellationToken) =>
        SendAsync(_connections[device], generation, cancellationToken);

    public override async Task<bool> UseCopyAsync(int day, CancellationToken cancellationToken) =>
        await SendAsync(_thief, generation: 0, cancellationToken) is null;

    private Task<string?> SendAsync(HttpClient http, int generation, CancellationToken cancellationToken) =>
        RequestAsync(
            Server,
            http,
            ClientId,
            new ClientAuthenticationMethodConfiguration.Secret(_secrets[generation]),
            cancellationToken
        );

    private HttpClient Connect() => Owned(TokenHttp.Create(Trust, method: null, Clock));
}
