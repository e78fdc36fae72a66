using ClientAuth.Visuals;

namespace ClientAuth.Lab.Capstone;

/// <summary>
/// The six clients of the company in lesson 13, with what a learner has mended so far. Each run opens servers of its own, registers the
/// clients there, and lets each ask for a token.
/// </summary>
public sealed class CapstoneFleet
{
    private const string DoesNotRun = "The fleet does not run with these changes";

    private static readonly Action<FleetApps> LeaveApps = _ => { };
    private static readonly Action<FleetRegistrations> LeaveRegistrations = _ => { };

    private (Action<FleetApps> Of, AppsTrial Trial)? _apps;
    private (Action<FleetRegistrations> Of, FleetTrial Trial)? _fleet;

    private Action<FleetApps> _mendApps = LeaveApps;
    private Action<FleetRegistrations> _mendRegistrations = LeaveRegistrations;

    /// <summary>Changes how the clients are configured, in place of an earlier change of them.</summary>
    public void Mend(Action<FleetApps> apps) => _mendApps = apps;

    /// <summary>Changes what the server has registered, in place of an earlier change of it.</summary>
    public void Mend(Action<FleetRegistrations> registrations) => _mendRegistrations = registrations;

    /// <summary>Takes an answer of another type, so that its cell runs and the check can say so; changes nothing.</summary>
    public void Mend(object? _) { }

    /// <summary>Which clients get a token, and how many faults are mended.</summary>
    public async Task<View> ShowAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            return (await ReportAsync(cancellationToken)).Board();
        }
        catch (Exception thrown) when (thrown is not OperationCanceledException)
        {
            // Shown, so that the check after it still runs.
            return new FactsView(DoesNotRun, ("why", Why(thrown)));
        }
    }

    /// <summary>What one client sent, and what the server made of it.</summary>
    /// <param name="client">Its name on the board.</param>
    /// <param name="cancellationToken">Gives it up.</param>
    /// <exception cref="ArgumentException">There is no such client; the message lists those there are.</exception>
    public async Task<ClientRun> RunAsync(string client, CancellationToken cancellationToken = default) =>
        (await ReportAsync(cancellationToken)).Fleet.Together.FirstOrDefault(run => run.Client == client)
        ?? throw new ArgumentException(
            $"The fleet has no client '{client}'; it has {string.Join(", ", FleetClients.All)}.",
            nameof(client)
        );

    /// <summary>What this learner has mended.</summary>
    public async Task<TableView> MendedAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            return await ListAsync(cancellationToken);
        }
        catch (Exception thrown) when (thrown is not OperationCanceledException)
        {
            return Mended($"{DoesNotRun}: {Why(thrown)}", []);
        }
    }

    private async Task<TableView> ListAsync(CancellationToken cancellationToken)
    {
        var mended = (await ReportAsync(cancellationToken)).Mended;
        return Mended(mended is [] ? "Nothing yet" : "In the order of the clients", mended);
    }

    private static TableView Mended(string summary, IReadOnlyList<(string Client, string What)> faults) =>
        new(
            "What you have mended",
            summary,
            ["client", "what was wrong"],
            [.. faults.Select(fault => (IReadOnlyList<string>)[fault.Client, fault.What])]
        );

    private static string Why(Exception thrown) => $"{thrown.GetType().Name}: {thrown.Message.ReplaceLineEndings(" ")}";

    /// <summary>The methods on one page, from what the mended fleet sends and from the data of the lessons.</summary>
    public static Task<MethodSummaryView> SummaryAsync(CancellationToken cancellationToken = default) =>
        MethodSummary.OfAsync(cancellationToken);

    /// <summary>Writes the summary, and what this learner has mended, as a page that prints on one sheet of A4.</summary>
    /// <param name="path">An .html file; empty writes nothing.</param>
    /// <param name="cancellationToken">Gives it up.</param>
    /// <exception cref="ArgumentException">It is no .html file in a folder that is there.</exception>
    /// <exception cref="IOException">The file is there and is not such a page.</exception>
    public async Task<FactsView> WritePageAsync(string path, CancellationToken cancellationToken = default) =>
        path is ""
            ? new FactsView("The page to print", ("Not written", "write a path into the variable first"))
            : new FactsView(
                "The page to print",
                (
                    "Written to",
                    SummaryPage.Write(path, await SummaryAsync(cancellationToken), await ListAsync(cancellationToken))
                ),
                ("To print it", "open it in a browser and print; it fits one sheet of A4")
            );

    private async Task<FleetReport> ReportAsync(CancellationToken cancellationToken)
    {
        // A learner looks at several clients between two changes, and should see one and the same run. Stubs change nothing.
        var apps = FaultyApps.AreUntouchedBy(_mendApps) ? LeaveApps : _mendApps;
        var registrations = FaultyRegistrations.AreUntouchedBy(_mendRegistrations)
            ? LeaveRegistrations
            : _mendRegistrations;
        if (_apps?.Of != apps)
        {
            _apps = (apps, await AppsTrial.OfAsync(apps, cancellationToken));
            _fleet = null;
        }

        if (_fleet?.Of != registrations)
        {
            _fleet = (registrations, await FleetTrial.OfAsync(apps, registrations, cancellationToken));
        }

        return new(_apps.Value.Trial, _fleet.Value.Trial);
    }
}
