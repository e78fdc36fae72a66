using System.Collections.Concurrent;
using ClientAuth.FailureCases.Catalogue;
using ClientAuth.FailureCases.Judging;
using ClientAuth.FailureCases.Tester.Clients;
using ClientAuth.FailureCases.Tester.Discovery;
using ClientAuth.FailureCases.Tester.Plan;
using ClientAuth.FailureCases.Tester.Running;
using ClientAuth.FailureCases.Tester.Verdicts;
using ClientAuth.FailureCases.Tests.Tester;
using ClientAuth.FailureCases.Wire;
using ClientAuth.MockServer;
using ClientAuth.MockServer.Checks;

[assembly: AssemblyFixture(typeof(TestedOwnServer))]

namespace ClientAuth.FailureCases.Tests.Tester;

/// <summary>
/// This project's server with the standard clients, over TLS, and the tester in front of it. One of the server's checks can be switched
/// off, and what the server answered is told from the server's own record.
/// </summary>
public sealed class TestedOwnServer : IAsyncLifetime
{
    private readonly SharedCaseFixture _shared = new();
    private readonly ConcurrentDictionary<PlannedRun, (CaseVerdict Verdict, IReadOnlyList<string> Recorded)> _allOn =
    [];
    private readonly SemaphoreSlim _one = new(1);
    private ClientsFolder? _folder;
    private TestedClients? _clients;
    private MockAuthorizationServer? _server;
    private ServerTest? _test;
    private volatile string? _switchedOff;

    internal MockAuthorizationServer Server => _server!;

    internal ClientsFolder Folder => _folder!;

    /// <summary>Every secret of a client.</summary>
    internal IReadOnlyList<string> Secrets => _shared.Fixture.Secrets;

    /// <summary>The checks that failed in the latest run, in the server's own words.</summary>
    internal IReadOnlyList<string> FailingChecks { get; private set; } = [];

    internal TestPlan Plan { get; private set; } = new([]);

    public async ValueTask InitializeAsync()
    {
        var cancelled = TestContext.Current.CancellationToken;
        var fixture = _shared.Fixture;
        var options = fixture.Options(TimeProvider.System, [.. fixture.Clients.Registrations]);
        _server = await MockAuthorizationServer.StartAsync(
            options with
            {
                // The tester guesses wrong more often than a server on a network should allow.
                Secrets = options.Secrets with
                {
                    AuthenticationFailureLimit = int.MaxValue,
                },
                NewTrace = () => _switchedOff is { } check ? new BlindTrace(check) : CheckTrace.New(),
            },
            cancelled
        );
        _folder = new ClientsFolder(fixture);
        _clients = TestedClients.Read(_folder.Write(), authorities: null, TimeProvider.System, _ => null);
        var origins = Origins.Of(_server.Issuer, [MtlsOrigin]);
        var wire = new WireConnection(_clients.Authorities, byName: true);
        var connection = new ServerConnection(
            wire.SendAsync,
            origins,
            new Pace(TimeProvider.System, perSecond: 1_000_000),
            TimeProvider.System
        );
        var published = await new ServerDiscovery(connection.SendAsync).FetchAsync(_server.Issuer, cancelled);
        var metadata = new NamedEndpoints(origins, withCertificates: true, registers: false).Of(
            published,
            _server.Issuer
        );
        Plan = TestPlan.Of(EmbeddedCatalogue.Read(), new Applicability(_clients, metadata, bursts: false, only: []));
        _test = new ServerTest(new TestedServer(_clients, metadata, connection, TimeProvider.System));
        await _test.CheckClientsAsync(Plan, cancelled);
    }

    /// <summary>The origin of the listener for certificates, which is another one than the issuer's.</summary>
    internal string MtlsOrigin => Origins.Of(new Uri(Server.Metadata.MtlsEndpointAliases!.TokenEndpoint));

    /// <summary>A run with every defence on. It is made once for all tests.</summary>
    internal async Task<(CaseVerdict Verdict, IReadOnlyList<string> Recorded)> AllOnAsync(PlannedRun run)
    {
        if (!_allOn.TryGetValue(run, out var seen))
        {
            seen = await RunAsync(run, switchedOff: null);
            _allOn[run] = seen;
        }

        return seen;
    }

    /// <summary>A run with one check switched off: what the tester says, and what the server recorded.</summary>
    internal async Task<(CaseVerdict Verdict, IReadOnlyList<string> Recorded)> RunAsync(
        PlannedRun run,
        string? switchedOff
    )
    {
        var cancelled = TestContext.Current.CancellationToken;
        await _one.WaitAsync(cancelled);
        try
        {
            _switchedOff = switchedOff;
            var before = Server.Exchanges.Last?.Number ?? 0;
            var verdict = await _test!.RunAsync(run, cancelled);
            var recorded = Server.Exchanges.Snapshot().Where(exchange => exchange.Number > before).ToList();
            FailingChecks = [.. recorded.Select(exchange => exchange.Trace.Failure?.Check).OfType<string>()];
            return (verdict, [.. recorded.Select(one => $"{one.Response.Status} {ErrorOf(one.Response.Body)}")]);
        }
        finally
        {
            _switchedOff = null;
            _one.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        _clients?.Dispose();
        _folder?.Dispose();
        _shared.Dispose();
        _one.Dispose();
    }

    // Of the body only what does not differ from run to run.
    private static string ErrorOf(string body) =>
        BodyMembers.Parse(body) is not { } members ? ""
        : members["error"] is { } error ? $"{error}"
        : members["active"] is { } active ? $"active {active}"
        : members.ContainsKey("access_token") ? $"{members["token_type"]} token"
        : "";
}
