using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ClientAuth.Credentials;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Soak.World;

/// <summary>The server under load, with an authority, the host of a key set, and a client for each method.</summary>
internal sealed class SoakWorld : IAsyncDisposable
{
    // Of the requests, about one in five uses something that is remembered. So the oldest are forgotten several times in an hour, and none
    // that is younger than six minutes.
    private const int RememberedSeconds = 150;

    // Valid at every time that the clock is set to.
    private static readonly TimeSpan Margin = TimeSpan.FromDays(300);

    private readonly X509Certificate2 _serverCertificate;

    private SoakWorld()
    {
        Authority = LabAuthority.Create(Clock.Time, LongLived(CertificateProfile.Authority("Soak Root")));
        _serverCertificate = Authority.Issue(LongLived(CertificateProfile.LoopbackServer()));
        Certificate = Authority.Issue(LongLived(CertificateProfile.Client("CN=tls")));
        OwnCertificate = SelfSignedCertificate.Create(
            LongLived(CertificateProfile.Client("CN=self-signed")),
            Clock.Time
        );
    }

    public JumpingClock Clock { get; } = new();

    public LabAuthority Authority { get; }

    public X509Certificate2 Certificate { get; }

    public X509Certificate2 OwnCertificate { get; }

    public string Secret { get; } = RandomNumberGenerator.GetHexString(64);

    public ECDsa Key { get; } = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    /// <summary>Registered for nobody.</summary>
    public ECDsa ForeignKey { get; } = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public MockAuthorizationServer Server { get; private set; } = null!;

    public JwksHost KeyHost { get; private set; } = null!;

    /// <param name="rate">How many requests will come in a second.</param>
    /// <param name="cancellationToken">Gives the start up.</param>
    public static async Task<SoakWorld> StartAsync(double rate, CancellationToken cancellationToken)
    {
        var world = new SoakWorld();
        world.KeyHost = await JwksHost.StartAsync(world._serverCertificate, cancellationToken);
        world.KeyHost.Publish(Jwk.FromPublicKey(world.Key));
        world.Server = await MockAuthorizationServer.StartAsync(
            new AuthorizationServerOptions
            {
                ServerCertificate = world._serverCertificate,
                Clients = SoakClients.Of(world),
                Clock = world.Clock.Time,
                Certificates = new() { ClientAuthorities = [world.Authority.Certificate] },
                Limits = new() { RememberedUseLimit = (int)(RememberedSeconds * rate) },
                KeySets = new()
                {
                    JwksUriOrigins = [world.KeyHost.Origin],
                    JwksUriAuthorities = [world.Authority.Certificate],
                },
            },
            cancellationToken
        );
        return world;
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        await KeyHost.DisposeAsync();
        _serverCertificate.Dispose();
        Certificate.Dispose();
        OwnCertificate.Dispose();
        Authority.Dispose();
        Key.Dispose();
        ForeignKey.Dispose();
    }

    private static CertificateProfile LongLived(CertificateProfile profile) =>
        profile with
        {
            StartsIn = -Margin,
            EndsIn = Margin,
        };
}
