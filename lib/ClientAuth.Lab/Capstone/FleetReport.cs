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

/// <summary>One thing that is wrong in what the server has registered. No client has two of them, so its own refusal tells whether it is there.</summary>
/// <param name="Client">Whose it is.</param>
/// <param name="What">What was wrong, for somebody who has mended it.</param>
internal sealed record RegistrationFault(string Client, string What)
{
    public static IReadOnlyList<RegistrationFault> All { get; } =
    [
        new(FleetClients.Orders, "the grant of another client was registered"),
        new(FleetClients.Install, "the install's old key was registered"),
        new(FleetClients.Gate, "the certificate's subject had the company's former name"),
        new(FleetClients.Scanner, "the template named another main client"),
    ];
}
