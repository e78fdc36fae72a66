using ClientAuth.Client;
using ClientAuth.Lab.OwnServer.Probing;
using ClientAuth.Lab.OwnServer.Settings;
using ClientAuth.Protocol;
using ClientAuth.Visuals;

namespace ClientAuth.Lab.OwnServer;

/// <summary>
/// The learner's own server, or the one of this project in a process of its own. What will be sent is planned and shown first; to a
/// server that the lesson did not start nothing is sent before the learner has agreed, and then nothing but the plan.
/// </summary>
public sealed partial class YourServer : IAsyncDisposable
{
    private readonly OwnServerSettings _settings;
    private readonly StandaloneServer? _process;
    private readonly TimeProvider _clock;
    private readonly Dictionary<ProbedClient, ProbeResponse> _tokens = [];
    private ProbedServer? _probed;
    private int _discoveryRequests;
    private int _earlierRequests;

    private YourServer(OwnServerSettings settings, StandaloneServer? process, TimeProvider clock)
    {
        _settings = settings;
        _process = process;
        _clock = clock;
    }

    public string Issuer => _settings.Issuer;

    /// <summary>Whether it is somebody else's, so that the learner must agree first.</summary>
    public bool IsForeign => _process is null;

    /// <summary>How many requests have been sent to it.</summary>
    public int Sent => _discoveryRequests + _earlierRequests + (_probed?.Sent ?? 0);

    internal bool HasEnded => _process?.HasEnded ?? false;

    internal int? ProcessId => _process?.ProcessId;

    internal string? ManifestPath => _process?.ManifestPath;

    /// <summary>The server of these settings; without settings, the project's own, which is started.</summary>
    internal static async Task<YourServer> OpenAsync(
        OwnServerSettings? settings,
        TimeProvider clock,
        CancellationToken cancellationToken = default
    )
    {
        if (settings is not null)
        {
            return new YourServer(settings, process: null, clock);
        }

        var process = await StandaloneServer.StartAsync(cancellationToken);
        try
        {
            return new YourServer(OwnServerSettings.OfManifest(process.ManifestPath), process, clock);
        }
        catch
        {
            await process.DisposeAsync();
            throw;
        }
    }

    /// <summary>Which server it is, how it is trusted, and which clients may speak to it; of credentials only that there are some.</summary>
    public FactsView Summary() =>
        new(
            IsForeign ? "Your server" : "No server of yours is set up: this project's own server takes its place",
            ("Issuer", Issuer),
            ("Set up in", IsForeign ? _settings.Source : "a process of its own, started for this lesson"),
            (
                "TLS certificate",
                _settings.Trust is ServerTrust.MachineStore
                    ? "must lead to an authority that this machine trusts"
                    : "must lead to the authority named in the settings, and to no other"
            ),
            ("Clients", string.Join(", ", _settings.Clients)),
            ("Sent so far", Count(Sent))
        );

    /// <summary>Closes connections, forgets credentials, and ends the process that was started.</summary>
    public async ValueTask DisposeAsync()
    {
        _probed?.Dispose();
        _settings.Dispose();
        if (_process is not null)
        {
            await _process.DisposeAsync();
        }
    }

    // RFC 8414 §2: what a server does not announce is client_secret_basic.
    private IReadOnlyList<string> Announced =>
        _probed?.Metadata.TokenEndpointAuthMethodsSupported ?? [TokenEndpointAuthMethods.ClientSecretBasic];

    private IEnumerable<ProbedClient> Usable =>
        _settings.Clients.Where(client => Announced.Contains(client.MethodName));
}
