using System.Security.Cryptography.X509Certificates;
using ClientAuth.Client;
using ClientAuth.Credentials;
using ClientAuth.Lab.Testbeds;
using ClientAuth.Protocol;

namespace ClientAuth.Lab.Exercises.Rotation;

/// <summary>
/// A runbook, carried out at real servers: after each step the installs ask for a token. While a step reaches the installs over some
/// weeks, those that it has reached ask, and those that it has not.
/// </summary>
internal sealed class RunbookRun : IAsyncDisposable
{
    private const string ClientId = "rotating-app";
    private const string Subject = "CN=rotating-app,O=Client Authentication Lab";

    private readonly LabAuthority _old = Create("Old Authority");
    private readonly LabAuthority _next = Create("New Authority");
    private readonly Dictionary<bool, X509Certificate2> _ofServer;
    private readonly Dictionary<bool, X509Certificate2> _ofInstalls;
    private readonly Dictionary<RunbookServer, Testbed> _labs = [];

    private RunbookRun()
    {
        _ofServer = Each(_ => _old.Issue(CertificateProfile.LoopbackServer()));
        _ofInstalls = Each(isNext => (isNext ? _next : _old).Issue(CertificateProfile.Client(Subject)));
    }

    /// <summary>What came of each step.</summary>
    public static async Task<IReadOnlyList<RunbookVisit>> OfAsync(
        IReadOnlyList<string> steps,
        CancellationToken cancellationToken
    )
    {
        await using var run = new RunbookRun();
        var (server, install) = (RunbookServer.First, RunbookInstall.First);
        var visits = new List<RunbookVisit>();
        foreach (var step in steps)
        {
            server = server.After(step);
            var reached = install.After(step);
            foreach (var one in new[] { install, reached }.Distinct())
            {
                visits.Add(await run.VisitAsync(step, server, one, cancellationToken));
            }

            install = reached;
        }

        return visits;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var lab in _labs.Values)
        {
            await lab.DisposeAsync();
        }

        // They own what they have issued.
        _old.Dispose();
        _next.Dispose();
    }

    private async Task<RunbookVisit> VisitAsync(
        string step,
        RunbookServer server,
        RunbookInstall install,
        CancellationToken cancellationToken
    )
    {
        var lab = await LabAsync(server, cancellationToken);
        var method = new ClientAuthenticationMethodConfiguration.Mtls(_ofInstalls[install.IsNextCertificate]);
        var client = lab.TokenClient(ClientId, method, new ServerTrust.Pinned([.. Pins(install)]));
        try
        {
            var outcome = await client.RequestTokenAsync(scope: null, cancellationToken);
            return outcome is TokenOutcome.Refused refused
                ? new(
                    step,
                    install,
                    $"✗ {refused.Status} {refused.Error.Error}, {lab.LastExchange.Trace.Failure!.Check}",
                    RunbookFault.Certificate
                )
                : new(step, install, "✓ a token", Broke: null);
        }
        catch (AuthorizationServerException refused)
            when (refused.InnerException?.InnerException is ServerNotTrustedException)
        {
            return new(step, install, "✗ nothing sent: the server's key is not pinned", RunbookFault.Pin);
        }
    }

    private IEnumerable<KeyPinning> Pins(RunbookInstall install) =>
        from pin in new[] { (Has: install.HasOldPin, IsNext: false), (Has: install.HasNextPin, IsNext: true) }
        where pin.Has
        select new KeyPinning("localhost", PublicKeyHash.Of(_ofServer[pin.IsNext]));

    private async Task<Testbed> LabAsync(RunbookServer server, CancellationToken cancellationToken)
    {
        if (!_labs.TryGetValue(server, out var lab))
        {
            X509Certificate2Collection trusted = [];
            if (server.TrustsOld)
            {
                trusted.Add(_old.Certificate);
            }

            if (server.TrustsNext)
            {
                trusted.Add(_next.Certificate);
            }

            _labs[server] = lab = await Testbed.StartAsync(
                new TestbedOptions
                {
                    Clients = [Registration],
                    Server = options =>
                        options with
                        {
                            ServerCertificate = _ofServer[server.ShowsNextKey],
                            Certificates = options.Certificates with { ClientAuthorities = trusted },
                        },
                },
                cancellationToken
            );
        }

        return lab;
    }

    private static ClientMetadata Registration =>
        new()
        {
            ClientId = ClientId,
            TokenEndpointAuthMethod = TokenEndpointAuthMethods.TlsClientAuth,
            TlsClientAuthSubjectDn = Subject,
        };

    private static LabAuthority Create(string name) =>
        LabAuthority.Create(TimeProvider.System, CertificateProfile.Authority(name), ownsIssued: true);

    private static Dictionary<bool, X509Certificate2> Each(Func<bool, X509Certificate2> issue) =>
        new() { [false] = issue(false), [true] = issue(true) };
}
