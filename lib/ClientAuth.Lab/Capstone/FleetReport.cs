using ClientAuth.Lab.Expectations;
using ClientAuth.Visuals;

namespace ClientAuth.Lab.Capstone;

/// <summary>The fleet with what a learner has mended so far.</summary>
/// <param name="Apps">The configurations, tried at a server whose registrations are right.</param>
/// <param name="Fleet">The registrations, and both together.</param>
internal sealed record FleetReport(AppsTrial Apps, FleetTrial Fleet)
{
    /// <summary>The mended faults: the client, and what was wrong.</summary>
    public IReadOnlyList<(string Client, string What)> Mended =>
        [
            .. from client in FleetClients.All
            from what in MendedOfApps(client).Concat(MendedOfRegistrations(client))
            select (client, what),
        ];

    public ClientBoardView Board() =>
        new([.. Fleet.Together.Select(Row)], Mended.Count, AppFault.All.Count + RegistrationFault.All.Count);

    private IEnumerable<string> MendedOfApps(string client) =>
        from fault in AppFault.All
        where fault.Client == client && Apps.Alone[fault].Failure is null
        select fault.What;

    private IEnumerable<string> MendedOfRegistrations(string client) =>
        from fault in RegistrationFault.All
        where
            fault.Client == client
            && Fleet.Weakening?.Client != client
            && Fleet.Alone.Single(run => run.Client == client).Failure is null
        select fault.What;

    private ClientRow Row(ClientRun run) =>
        new(
            run.Client,
            FleetClients.MethodOf(run.Client),
            run.Last.Response.Status,
            Refusal.ErrorIn(run.Last.Response.Body),
            run.Failure
        )
        {
            Objection =
                Fleet.Weakening is { } weakening && weakening.Client == run.Client
                    ? $"registration changed: {weakening.Seen}"
                    : null,
        };
}
