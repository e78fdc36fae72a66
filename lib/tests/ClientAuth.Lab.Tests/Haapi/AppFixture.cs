using ClientAuth.Client;
using ClientAuth.Client.Haapi;
using ClientAuth.Client.Platform;
using ClientAuth.Client.Registration;
using ClientAuth.MockServer;
using ClientAuth.MockServer.Faults;
using ClientAuth.Protocol;
using ClientAuth.Protocol.Recording;
using Microsoft.Extensions.Time.Testing;
using Method = ClientAuth.Client.ClientAuthenticationMethodConfiguration;

namespace ClientAuth.Lab.Tests.Haapi;

/// <summary>A lab on a clock that stands still, and apps that start on its phones.</summary>
internal sealed class AppFixture : IAsyncDisposable
{
    public static readonly TimeSpan Deadline = TimeSpan.FromSeconds(5);

    private readonly LessonLab _lab;
    private readonly HashSet<string> _operators;

    private AppFixture(LessonLab lab, FakeTimeProvider clock)
    {
        _lab = lab;
        Clock = clock;
        _operators = [.. Server.Clients.Snapshot().Select(client => client.ClientId)];
    }

    /// <summary>Of app and server alike; it moves only when it is told to.</summary>
    public FakeTimeProvider Clock { get; }

    public MockAuthorizationServer Server => _lab.Server;

    /// <summary>A phone whose platform vouches for no app.</summary>
    public DevicePlatform OldPhone => Phone("older-than-android-8");

    /// <summary>The clients that devices have registered.</summary>
    public IEnumerable<ClientMetadata> DeviceClients =>
        Server.Clients.Snapshot().Where(client => !_operators.Contains(client.ClientId));

    /// <summary>What the server was asked, in order.</summary>
    public IEnumerable<RecordedRequest> Requests => Server.Exchanges.Snapshot().Select(exchange => exchange.Request);

    public static async Task<AppFixture> OpenAsync(
        Func<AuthorizationServerOptions, AuthorizationServerOptions>? server = null
    )
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        var options = new LabOptions { MachineClock = clock, Server = server ?? (given => given) };
        return new AppFixture(await LessonLab.OpenAsync(options, TestContext.Current.CancellationToken), clock);
    }

    public DevicePlatform Phone(string id) => _lab.Devices[id];

    public HaapiConfiguration Configuration(DevicePlatform phone, string clientId = "mobile-app") =>
        new(clientId, Server.Metadata, new ServerTrust.TrustStore(_lab.Authority.Certificate), phone, Clock)
        {
            Deadline = Deadline,
        };

    /// <summary>How the operator has set the template up, as a device needs to know it.</summary>
    public DcrConfiguration Dcr(string template, DeviceCredential credential, string mainClient) =>
        new(template, new Uri(Server.Metadata.RegistrationEndpoint!))
        {
            DeviceCredential = credential,
            MainClientId = mainClient,
        };

    /// <summary>The method of a client that the lab has registered.</summary>
    public Method MethodOf(string clientId) =>
        _lab.Client(clientId) switch
        {
            { Certificate: { } certificate } => new Method.Mtls(certificate),
            { PrivateKey: { } key, KeyId: var keyId } => new Method.SignedJwt.Asymmetric(
                key,
                SignatureAlgorithms.ES256,
                keyId
            ),
            { Secret: { } secret } => new Method.Secret(secret),
            _ => new Method.None(),
        };

    /// <summary>An app with the fallback that most tests use: a key made on the device, opened by a signed JWT.</summary>
    public HaapiAccessorFactory App(DevicePlatform phone, string clientId = "mobile-app") =>
        App(Configuration(phone, clientId), "mobile-app-device-key", DeviceCredential.Key, "mobile-app-jwt-asymmetric");

    /// <summary>An app with another fallback.</summary>
    public HaapiAccessorFactory App(
        DevicePlatform phone,
        string template,
        DeviceCredential credential,
        string mainClient
    ) => App(Configuration(phone), template, credential, mainClient);

    /// <summary>Starts something that a fault makes wait, and lets the deadline pass once it has struck.</summary>
    public async Task UntilTooLateAsync(FaultPoint at, int before, Func<Task> start)
    {
        var running = start();
        await StruckAsync(at, before);
        Clock.Advance(Deadline);
        await running;
    }

    /// <summary>Calls the resource, and says how it answered.</summary>
    public async Task<int> CallAsync(HaapiAccessor app)
    {
        using var request = Resource();
        using var response = await app.TokenManager.SendAsync(request, TestContext.Current.CancellationToken);
        return (int)response.StatusCode;
    }

    /// <summary>The resource, on the listener that asks for a certificate where the token is bound to one.</summary>
    public HttpRequestMessage Resource(bool withCertificate = false) =>
        new(
            HttpMethod.Get,
            new Uri(
                new Uri(
                    withCertificate ? Server.Metadata.MtlsEndpointAliases!.TokenEndpoint : Server.Metadata.TokenEndpoint
                ),
                "/resource"
            )
        );

    public ValueTask DisposeAsync() => _lab.DisposeAsync();

    /// <summary>Waits until a fault has struck there once more than so often.</summary>
    public async Task StruckAsync(FaultPoint at, int before)
    {
        while (true)
        {
            var next = Server.Faults.NextAsync(TestContext.Current.CancellationToken);
            if (Server.Faults.Seen(at) > before)
            {
                return;
            }

            await next;
        }
    }

    private HaapiAccessorFactory App(
        HaapiConfiguration configuration,
        string template,
        DeviceCredential credential,
        string mainClient
    ) =>
        new HaapiAccessorFactory(configuration)
            .SetDcrConfiguration(Dcr(template, credential, mainClient))
            .SetClientAuthenticationMethodConfiguration(MethodOf(mainClient));
}
