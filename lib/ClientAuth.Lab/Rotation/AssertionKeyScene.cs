using System.Security.Cryptography;
using ClientAuth.Client;
using ClientAuth.Client.Connections;
using ClientAuth.MockServer;
using ClientAuth.Protocol;

namespace ClientAuth.Lab.Rotation;

/// <summary>A key that signs assertions; its public half stands in the key set that the vendor publishes at <c>jwks_uri</c>.</summary>
internal sealed class AssertionKeyScene : FleetScene
{
    private const string ClientId = "fleet-app";

    private readonly List<ECDsa> _keys = [];
    private readonly Dictionary<FleetDevice, HttpClient> _connections;
    private readonly HttpClient _thief;
    private JwksHost? _host;

    private AssertionKeyScene(IReadOnlyList<FleetDevice> devices)
        : base(devices)
    {
        _connections = devices.ToDictionary(device => device, _ => Connect());
        _thief = Connect();
        AddKey();
    }

    public static async Task<AssertionKeyScene> OpenAsync(
        IReadOnlyList<FleetDevice> devices,
        CancellationToken cancellationToken
    )
    {
        var scene = new AssertionKeyScene(devices);
        var own = scene.NewOptions().ServerCertificate;
        var host = scene._host = await JwksHost.StartAsync(own, cancellationToken);
        scene.Publish(0);
        var client = new ClientMetadata
        {
            ClientId = ClientId,
            TokenEndpointAuthMethod = TokenEndpointAuthMethods.PrivateKeyJwt,
            TokenEndpointAuthSigningAlg = SignatureAlgorithms.ES256,
            JwksUri = host.JwksUri,
        };
        await scene.DeployAsync(
            options =>
                options with
                {
                    Clients = [client],
                    KeySets = options.KeySets with
                    {
                        JwksUriOrigins = [host.Origin],
                        JwksUriAuthorities = [scene.Authority.Certificate],
                    },
                },
            cancellationToken
        );
        return scene;
    }

    /// <summary>Makes the next key; nobody knows it before it is published and offered.</summary>
    public void AddKey() => _keys.Add(Owned(ECDsa.Create(ECCurve.NamedCurves.nistP256)));

    /// <summary>Publishes the keys of these generations and no other.</summary>
    public void Publish(params IReadOnlyList<int> generations) =>
        _host!.Publish([.. generations.Select(generation => Jwk.FromPublicKey(_keys[generation]))]);

    public override Task<string?> AskAsync(FleetDevice device, int generation, CancellationToken cancellationToken) =>
        SendAsync(_connections[device], generation, cancellationToken);

    public override async Task<bool> UseCopyAsync(int day, CancellationToken cancellationToken) =>
        await SendAsync(_thief, generation: 0, cancellationToken) is null;

    public override async ValueTask DisposeAsync()
    {
        if (_host is not null)
        {
            await _host.DisposeAsync();
        }

        await base.DisposeAsync();
    }

    private Task<string?> SendAsync(HttpClient http, int generation, CancellationToken cancellationToken) =>
        RequestAsync(
            Server,
            http,
            ClientId,
            new ClientAuthenticationMethodConfiguration.SignedJwt.Asymmetric(
                _keys[generation],
                SignatureAlgorithms.ES256,
                Jwk.FromPublicKey(_keys[generation]).Kid
            ),
            cancellationToken
        );

    private HttpClient Connect() => Owned(TokenHttp.Create(Trust, method: null, Clock));
}
