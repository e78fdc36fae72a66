using ClientAuth.Client;
using ClientAuth.Client.Connections;
using ClientAuth.MockServer.Faults;
using ClientAuth.Protocol;
using ClientAuth.Protocol.Recording;
using Microsoft.Extensions.Time.Testing;
using Method = ClientAuth.Client.ClientAuthenticationMethodConfiguration;

namespace ClientAuth.Lab.Tests.Faults;

/// <summary>A lab on a clock that stands still, with one client over one connection: where a fault kept it, nothing would go any more.</summary>
internal sealed class FaultyServer : IAsyncDisposable
{
    public static readonly TimeSpan Deadline = TimeSpan.FromSeconds(5);

    private readonly LessonLab _lab;
    private readonly BodyWatch _watch;
    private readonly HttpClient _http;
    private readonly TokenClient _client;

    private FaultyServer(LessonLab lab, FakeTimeProvider clock)
    {
        _lab = lab;
        Clock = clock;
        var provisioned = lab.Client("mobile-app-jwt-asymmetric");
        var method = new Method.SignedJwt.Asymmetric(
            provisioned.PrivateKey!,
            SignatureAlgorithms.ES256,
            provisioned.KeyId
        );
        var handler = TokenHttp.CreateHandler(new ServerTrust.TrustStore(lab.Authority.Certificate), method, clock);
        handler.MaxConnectionsPerServer = 1;
        _watch = new BodyWatch(handler);
        _http = new HttpClient(_watch);
        _client = new TokenClient(_http, lab.Server.Metadata, provisioned.Registration.ClientId, method, clock)
        {
            Deadline = Deadline,
        };
    }

    /// <summary>Of client and server alike; it moves only when it is told to.</summary>
    public FakeTimeProvider Clock { get; }

    public FaultScript Faults => _lab.Server.Faults;

    public RecordedExchange Last => _lab.LastExchange;

    public string Token => _lab.Server.Metadata.TokenEndpoint;

    public string Authority => new Uri(Token).Authority;

    public static async Task<FaultyServer> StartAsync()
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        return new FaultyServer(
            await LessonLab.OpenAsync(new LabOptions { MachineClock = clock }, TestContext.Current.CancellationToken),
            clock
        );
    }

    public Task<TokenOutcome> AskAsync() => _client.RequestTokenAsync("read", TestContext.Current.CancellationToken);

    public Task<AuthorizationServerMetadata> DiscoverAsync() =>
        AuthorizationServerDiscovery.FetchAsync(
            _http,
            _lab.Server.Issuer,
            Clock,
            Deadline,
            TestContext.Current.CancellationToken
        );

    public Task<JwkSet> FetchKeysAsync() =>
        AuthorizationServerDiscovery.FetchKeysAsync(
            _http,
            _lab.Server.Metadata,
            Clock,
            Deadline,
            TestContext.Current.CancellationToken
        );

    /// <summary>Asks, and lets the deadline pass once the fault has struck.</summary>
    public async Task TooLateAsync(Func<Task> ask)
    {
        var struck = Faults.NextAsync(TestContext.Current.CancellationToken);
        var asking = ask();
        await struck;
        Clock.Advance(Deadline);
        await asking;
    }

    /// <summary>Asks, and lets the deadline pass once the client reads the body of the answer.</summary>
    public async Task TooSlowAsync(Func<Task> ask)
    {
        var asking = ask();
        await _watch.Begun;
        Clock.Advance(Deadline);
        await asking;
    }

    /// <summary>The client's answer to the fault; then the fault is cleared, and the same client works.</summary>
    public async Task<AuthorizationServerException> FailAsync(FaultPoint at, Fault fault, Func<Task> ask)
    {
        Faults.Add(at, fault);
        var error = await Assert.ThrowsAsync<AuthorizationServerException>(ask);
        // Asked once: not even the handler below the client has tried again.
        Assert.Equal(1, Faults.Seen(at));
        Faults.Clear();
        Assert.IsType<TokenOutcome.Issued>(await AskAsync());
        return error;
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _lab.DisposeAsync();
    }
}
