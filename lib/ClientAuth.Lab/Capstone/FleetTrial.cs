namespace ClientAuth.Lab.Capstone;

/// <summary>A server with a learner's registrations, and what the clients met there.</summary>
/// <param name="Weakening">What the learner has made possible that was not asked for; null where there is nothing.</param>
/// <param name="Alone">The run of each client, configured right: only its registration can be at fault.</param>
/// <param name="Together">The run of each client as the learner has configured it.</param>
/// <param name="Changed">The clients whose registration, or whose template, is not the one that the operators left.</param>
internal sealed record FleetTrial(
    Weakening? Weakening,
    IReadOnlyList<ClientRun> Alone,
    IReadOnlyList<ClientRun> Together,
    IReadOnlyList<string> Changed
)
{
    /// <exception cref="ArgumentException">The server cannot work with a registration; the message names it.</exception>
    public static async Task<FleetTrial> OfAsync(
        Action<FleetApps> mendApps,
        Action<FleetRegistrations> mendRegistrations,
        CancellationToken cancellationToken
    )
    {
        using var credentials = new FleetCredentials();
        var left = FaultyRegistrations.Of(credentials);
        var registrations = left with { };
        mendRegistrations(registrations);
        await using var server = await FleetServer.OpenAsync(credentials, registrations, cancellationToken);
        var apps = FaultyApps.Of(server.Published);
        mendApps(apps);

        var alone = new List<ClientRun>();
        var together = new List<ClientRun>();
        foreach (var client in FleetClients.All)
        {
            var right = FaultyApps.Mended(server.Published);
            alone.Add(await server.RunAsync(client, right, cancellationToken));
            together.Add(await server.RunAsync(client, apps, cancellationToken));
        }

        return new(Weakening.Of(left, registrations), alone, together, registrations.ChangedSince(left));
    }
}
