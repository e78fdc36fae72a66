using ClientAuth.Client;
using ClientAuth.Credentials;
using ClientAuth.Lab.Testbeds;
using ClientAuth.MockServer;
using ClientAuth.Protocol.Recording;

namespace ClientAuth.Lab.Rotation;

/// <summary>
/// A fleet at work: an authorization server, the installs that ask it for tokens over TLS, and a thief with a copy of a credential.
/// Credentials have generations; an install holds one until it takes the next that is offered.
/// </summary>
internal abstract class FleetScene : IAsyncDisposable
{
    private readonly List<(int Day, bool IsForced)> _offers = [];
    private readonly List<IDisposable> _owned = [];
    private MockAuthorizationServer? _server;
    private AuthorizationServerOptions? _options;

    protected FleetScene(IReadOnlyList<FleetDevice> devices)
    {
        Devices = devices;
        Clock = new LabClock(new StandingClock(RotationCalendar.FirstDay));
        Authority = Owned(
            LabAuthority.Create(
                Clock,
                CertificateProfile.Authority("Fleet Root") with
                {
                    EndsIn = RotationCalendar.Beyond,
                }
            )
        );
    }

    public IReadOnlyList<FleetDevice> Devices { get; }

    public LabClock Clock { get; }

    public MockAuthorizationServer Server => _server ?? throw new InvalidOperationException("The server does not run.");

    protected LabAuthority Authority { get; }

    protected ServerTrust Trust => new ServerTrust.TrustStore(Authority.Certificate);

    /// <summary>From this day on the installs can have the next generation; each takes it when its habit says so.</summary>
    public void Offer(int day, bool isForced = false) => _offers.Add((day, isForced));

    /// <summary>Which generation an install holds on a day; 0 is the one it was delivered with.</summary>
    public int GenerationOf(FleetDevice device, int day) =>
        _offers.Count(offer => device.DayOfUpdate(offer.Day, offer.IsForced) <= day);

    /// <summary>One token request of one install with what it holds. Null where a token was issued, else what refused.</summary>
    public abstract Task<string?> AskAsync(FleetDevice device, int generation, CancellationToken cancellationToken);

    /// <summary>Whether the copied credential still serves the thief.</summary>
    public abstract Task<bool> UseCopyAsync(int day, CancellationToken cancellationToken);

    public virtual async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }

        _owned.Reverse();
        _owned.ForEach(thing => thing.Dispose());
    }

    protected T Owned<T>(T thing)
        where T : IDisposable
    {
        _owned.Add(thing);
        return thing;
    }

    protected AuthorizationServerOptions NewOptions() =>
        new()
        {
            ServerCertificate = Owned(
                Authority.Issue(CertificateProfile.LoopbackServer() with { EndsIn = RotationCalendar.Beyond })
            ),
            Clients = [],
            Clock = Clock,
            Limits = new() { RecordedExchangeLimit = 1 },
        };

    /// <summary>Starts the server, or starts it anew with other options; a new one listens on other ports, which the apps read from its metadata.</summary>
    protected async Task DeployAsync(
        Func<AuthorizationServerOptions, AuthorizationServerOptions> change,
        CancellationToken cancellationToken
    )
    {
        _options = change(_options ?? NewOptions());
        var former = _server;
        _server = await MockAuthorizationServer.StartAsync(_options, cancellationToken);
        if (former is not null)
        {
            await former.DisposeAsync();
        }
    }

    /// <summary>Sends one request; null where a token was issued, else the server's check that refused.</summary>
    protected async Task<string?> RequestAsync(
        MockAuthorizationServer server,
        HttpClient http,
        string clientId,
        ClientAuthenticationMethodConfiguration method,
        CancellationToken cancellationToken
    )
    {
        var client = new TokenClient(http, server.Metadata, clientId, method, Clock);
        var outcome = await client.RequestTokenAsync(scope: null, cancellationToken);
        return outcome is TokenOutcome.Issued ? null : RefusedBy(server.Exchanges.Last!.Trace);
    }

    private static string RefusedBy(DecisionTrace trace) =>
        trace.Failure?.Check ?? throw new InvalidOperationException("A refusal without a failing check.");
}
