using System.Security.Cryptography.X509Certificates;
using ClientAuth.Client;
using ClientAuth.Client.Connections;
using ClientAuth.Credentials;
using ClientAuth.Protocol;

namespace ClientAuth.Lab.Rotation;

/// <summary>A certificate for each install, issued to its own name by an authority that the server trusts.</summary>
internal sealed class CertificateScene : FleetScene
{
    private readonly Dictionary<(FleetDevice Device, int Generation), Held> _held = [];
    private readonly List<(LabAuthority Authority, DateTimeOffset Ends)> _generations = [];
    private HttpClient? _thief;

    private CertificateScene(IReadOnlyList<FleetDevice> devices)
        : base(devices) => Issuer = NewAuthority("Fleet Client CA 1");

    /// <summary>Who issues at present.</summary>
    public LabAuthority Issuer { get; private set; }

    public static async Task<CertificateScene> OpenAsync(
        IReadOnlyList<FleetDevice> devices,
        TimeSpan certificateLifetime,
        CancellationToken cancellationToken
    )
    {
        var scene = new CertificateScene(devices);
        scene.AddGeneration(certificateLifetime);
        await scene.DeployAsync(
            options =>
                options with
                {
                    Clients = [.. devices.Select(Register)],
                    Certificates = options.Certificates with { ClientAuthorities = [scene.Issuer.Certificate] },
                },
            cancellationToken
        );
        return scene;
    }

    /// <summary>The next certificates, of whoever issues now and valid for so long from now.</summary>
    public void AddGeneration(TimeSpan lifetime) => _generations.Add((Issuer, Clock.GetUtcNow() + lifetime));

    /// <summary>Another authority issues from now on; no server trusts it yet.</summary>
    public LabAuthority ReplaceIssuer() => Issuer = NewAuthority("Fleet Client CA 2");

    /// <summary>Restarts the server with these trust anchors for clients.</summary>
    public Task TrustAsync(IReadOnlyList<LabAuthority> authorities, CancellationToken cancellationToken) =>
        DeployAsync(
            options =>
                options with
                {
                    Certificates = options.Certificates with
                    {
                        ClientAuthorities = [.. authorities.Select(one => one.Certificate)],
                    },
                },
            cancellationToken
        );

    /// <summary>Revokes the stolen certificate and restarts the server with the list that says so.</summary>
    public Task RevokeStolenAsync(CancellationToken cancellationToken)
    {
        Issuer.Revoke(HeldBy(Devices[0], generation: 0).Certificate);
        var list = Issuer.RevocationList(RotationCalendar.Beyond);
        return DeployAsync(
            options => options with { Certificates = options.Certificates with { RevocationLists = [list] } },
            cancellationToken
        );
    }

    public override Task<string?> AskAsync(FleetDevice device, int generation, CancellationToken cancellationToken)
    {
        var held = HeldBy(device, generation);
        return RequestAsync(Server, held.Http, device.Name, held.Method, cancellationToken);
    }

    // The thief has the file of the first install: the same certificate and key, over a connection of its own.
    public override async Task<bool> UseCopyAsync(int day, CancellationToken cancellationToken)
    {
        var method = HeldBy(Devices[0], generation: 0).Method;
        _thief ??= Owned(TokenHttp.Create(Trust, method, Clock));
        return await RequestAsync(Server, _thief, Devices[0].Name, method, cancellationToken) is null;
    }

    private Held HeldBy(FleetDevice device, int generation)
    {
        if (!_held.TryGetValue((device, generation), out var held))
        {
            var (authority, ends) = _generations[generation];
            var certificate = Owned(
                authority.Issue(
                    CertificateProfile.Client($"CN={device.Name}") with
                    {
                        EndsIn = ends - Clock.GetUtcNow(),
                    }
                )
            );
            var method = new ClientAuthenticationMethodConfiguration.Mtls(certificate);
            held = new Held(certificate, method, Owned(TokenHttp.Create(Trust, method, Clock)));
            _held.Add((device, generation), held);
        }

        return held;
    }

    private LabAuthority NewAuthority(string name) =>
        Owned(
            LabAuthority.Create(Clock, CertificateProfile.Authority(name) with { EndsIn = RotationCalendar.Beyond * 2 })
        );

    private static ClientMetadata Register(FleetDevice device) =>
        new()
        {
            ClientId = device.Name,
            TokenEndpointAuthMethod = TokenEndpointAuthMethods.TlsClientAuth,
            TlsClientAuthSubjectDn = $"CN={device.Name}",
        };

    private sealed record Held(
        X509Certificate2 Certificate,
        ClientAuthenticationMethodConfiguration Method,
        HttpClient Http
    );
}
