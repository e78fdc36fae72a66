using System.Globalization;
using System.Security.Cryptography.X509Certificates;
using ClientAuth.Client;
using ClientAuth.Client.Haapi;
using ClientAuth.Client.Platform;
using ClientAuth.Credentials;
using ClientAuth.Credentials.Clients;
using ClientAuth.Devices;
using ClientAuth.Lab.Devices;
using ClientAuth.Lab.Exercises;
using ClientAuth.Lab.Learners;
using ClientAuth.Lab.Sequences;
using ClientAuth.MockServer;
using ClientAuth.Protocol;
using ClientAuth.Protocol.Recording;
using ClientAuth.Visuals;

namespace ClientAuth.Lab;

/// <summary>
/// The room that a lesson opens: an authority, an authorization server with registered clients, a clock that can be moved, and
/// clients that trust the lab and nothing else. Everything hangs off it and ends with it.
/// </summary>
public sealed partial class LessonLab : IAsyncDisposable
{
    private readonly IReadOnlyDictionary<string, ProvisionedClient> _clients;
    private readonly LabConnections _connections;
    private readonly LabKeyFiles _keyFiles = new();
    private readonly X509Certificate2 _serverCertificate;
    private readonly LabOptions _opened;

    private LessonLab(
        LabClock clock,
        LabAuthority authority,
        X509Certificate2 serverCertificate,
        IReadOnlyDictionary<string, ProvisionedClient> clients,
        LabDevices devices,
        WorkLog works,
        MockAuthorizationServer server,
        AuthorizationServerOptions options,
        LabOptions opened
    )
    {
        Clock = clock;
        Authority = authority;
        Server = server;
        Devices = devices;
        _serverCertificate = serverCertificate;
        _clients = clients;
        _works = works;
        _skew = options.ClockSkew;
        _opened = opened;
        ServerCertificate = X509CertificateLoader.LoadCertificate(options.ServerCertificate.RawData);
        _connections = new LabConnections(server, authority, clock, works);
        _progress = new LearnerProgress(
            ProgressPlace.OfThisProcess(),
            () => Course.Read(RepositoryData.Lessons),
            opened.MachineClock
        );
        Exercises = new LessonExercises(_progress.RecordAsync);
        AppDomain.CurrentDomain.ProcessExit += OnProcessExit;
    }

    /// <summary>The lab's time; the server judges lifetimes by it.</summary>
    public LabClock Clock { get; }

    /// <summary>Issued the server's certificate and those of the clients. The lab's clients trust it and no other.</summary>
    public LabAuthority Authority { get; }

    public MockAuthorizationServer Server { get; }

    /// <summary>What the server shows in every handshake, without its private key: what its operator hands to those who pin it.</summary>
    public X509Certificate2 ServerCertificate { get; }

    /// <summary>The phones of <c>data/devices.json</c>, one of each; what they store lasts as long as the lab.</summary>
    public LabDevices Devices { get; }

    /// <summary>The tasks of the lessons.</summary>
    public LessonExercises Exercises { get; }

    /// <summary>What the server saw and did last.</summary>
    /// <exception cref="InvalidOperationException">Nothing has been sent yet.</exception>
    public RecordedExchange LastExchange =>
        Server.Exchanges.Last
        ?? throw new InvalidOperationException("The server has seen no request yet; send one first.");

    /// <summary>
    /// Opens a lab with these clients, or with those of <c>data/clients.json</c> and the templates of
    /// <c>data/client-templates.json</c>. Missing credentials are made.
    /// </summary>
    public static Task<LessonLab> OpenAsync(params IReadOnlyList<ClientMetadata> clients) =>
        OpenAsync(new LabOptions { Clients = clients });

    /// <summary>Opens a lab as the options say.</summary>
    public static async Task<LessonLab> OpenAsync(LabOptions options, CancellationToken cancellationToken = default)
    {
        var clock = new LabClock(options.MachineClock);
        // A lesson makes certificates and lets go of them; their keys go with the lab.
        var authority = LabAuthority.Create(
            clock,
            CertificateProfile.Authority("Client Authentication Lab Root"),
            ownsIssued: true
        );
        var ownClients = options.Clients.Count > 0;
        var registrations = ownClients ? options.Clients : ClientsFile.Read(RepositoryData.PathOf("clients.json"));
        ProvisionedClient[] provisioned =
        [
            .. registrations.Select(registration => ClientProvisioning.Provision(registration, authority, clock)),
        ];
        var works = new WorkLog();
        var devices = new LabDevices(DevicesFile.Read(RepositoryData.PathOf("devices.json")), clock, works.Add);
        var certificate = authority.Issue(options.ServerProfile);
        var defaults = new AuthorizationServerOptions
        {
            ServerCertificate = certificate,
            Clients = [.. provisioned.Select(client => client.Registration)],
            ClientTemplates = ownClients
                ? []
                : ClientTemplatesFile.Read(RepositoryData.PathOf("client-templates.json")),
            ClientAuthorities = [authority.Certificate],
            AttestedApps = LabApp.For(registrations, devices.Makers),
            AttestationStatus = devices.StatusList.Current,
            Clock = clock,
        };
        var chosen = options.Server(defaults);
        // Refuses an identifier that is there twice, in words of its own.
        var server = await MockAuthorizationServer.StartAsync(chosen, cancellationToken);
        var clients = provisioned.ToDictionary(client => client.Registration.ClientId, StringComparer.Ordinal);
        return new LessonLab(clock, authority, certificate, clients, devices, works, server, chosen, options);
    }

    /// <summary>A registered client, with its own half of the credential.</summary>
    /// <exception cref="ArgumentException">No such client; the message lists those there are.</exception>
    public ProvisionedClient Client(string clientId) =>
        _clients.TryGetValue(clientId, out var client)
            ? client
            : throw new ArgumentException(
                $"No client '{clientId}' is registered here; there are: {string.Join(", ", _clients.Keys)}.",
                nameof(clientId)
            );

    /// <summary>
    /// The path for a file with a key, in a folder of this lab below <c>certs/</c>, which goes with the lab. What a lab left that was
    /// killed, the next one removes.
    /// </summary>
    /// <param name="name">For example <c>my-phone.p12</c>.</param>
    /// <exception cref="ArgumentException">It names more than a file.</exception>
    public string KeyFile(string name) => _keyFiles.PathOf(name);

    /// <summary>For requests by hand: trusts the lab's authority and presents the certificate, if any. The lab disposes of it.</summary>
    public HttpClient CreateHttpClient(X509Certificate2? clientCertificate = null) =>
        _connections.ByHand(clientCertificate);

    /// <summary>Asks for tokens in the name of a client.</summary>
    /// <param name="clientId">Who asks; need not be registered.</param>
    /// <param name="method">How it proves that.</param>
    /// <param name="trust">How the server proves itself; the lab's authority where it is left out.</param>
    public TokenClient TokenClient(
        string clientId,
        ClientAuthenticationMethodConfiguration method,
        ServerTrust? trust = null
    ) => _connections.TokenClient(clientId, method, trust);

    /// <summary>What the app on a phone is told: which client it is, and this lab's server, trust and clock.</summary>
    /// <param name="device">One of <see cref="Devices"/>, as a rule.</param>
    /// <param name="clientId">The client that attests itself; need not be registered.</param>
    public HaapiConfiguration HaapiConfiguration(DevicePlatform device, string clientId = LabApp.ClientId) =>
        new(clientId, Server.Metadata, _connections.TrustInTheLab, device, Clock);

    /// <summary>What the lab consists of.</summary>
    public FactsView Summary() =>
        new(
            "The lab is open",
            [
                ("Issuer", Server.Issuer),
                ("Endpoints for certificates", Server.Metadata.MtlsEndpointAliases!.TokenEndpoint),
                ("Clients", string.Join(", ", _clients.Keys)),
                ("Lab clock", Clock.GetUtcNow().ToString("u", CultureInfo.InvariantCulture)),
                .. _keyFiles.LeftBehind.Select(keys => ("Keys of an earlier lab", keys)),
            ]
        );

    /// <summary>The last exchange as it crossed the wire, credentials shortened.</summary>
    public HttpTranscriptView Transcript() => new(LastExchange);

    /// <summary>What the server checked in the last exchange, and how each check ended. What failed stands open, whatever is asked for.</summary>
    /// <param name="about">
    /// What stands open beside that: checks such as <c>secret.value</c>, or groups such as <c>secret</c>; none for the method's own.
    /// </param>
    /// <exception cref="ArgumentException">The trace has no such check or group; the message lists what it has.</exception>
    public DecisionTraceView Decisions(params IReadOnlyList<string> about) =>
        TellingChecks.Open(LastExchange.Trace, about);

    /// <summary>Lets something happen and lists the requests that reached the server meanwhile.</summary>
    public async Task<ExchangeListView> RequestsOfAsync(Func<Task> action)
    {
        var before = Server.Exchanges.Last?.Number ?? 0;
        await action();
        return new ExchangeListView([.. Server.Exchanges.Snapshot().Where(exchange => exchange.Number > before)]);
    }

    /// <summary>Closes connections, server and authority, and forgets every key.</summary>
    public async ValueTask DisposeAsync()
    {
        AppDomain.CurrentDomain.ProcessExit -= OnProcessExit;
        if (_yours is not null)
        {
            await _yours.DisposeAsync();
        }

        _connections.Dispose();
        while (_networks.TryTake(out var network))
        {
            await network.DisposeAsync();
        }

        await Server.DisposeAsync();
        ForgetKeys();
        Devices.Dispose();
        _keyFiles.Dispose();
    }

    // A kernel that is restarted ends politely, with the lab still open. On Windows and macOS the key of each certificate lies in a
    // file of the account until the certificate is disposed of (dotnet/runtime#101090).
    private void OnProcessExit(object? sender, EventArgs e) => ForgetKeys();

    private void ForgetKeys()
    {
        foreach (var client in _clients.Values)
        {
            client.Dispose();
        }

        _serverCertificate.Dispose();
        ServerCertificate.Dispose();
        Authority.Dispose();
    }
}
