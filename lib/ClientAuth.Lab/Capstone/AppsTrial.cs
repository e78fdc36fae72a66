namespace ClientAuth.Lab.Capstone;

/// <summary>
/// Configurations, tried at a server whose registrations are right. Each setting that may be at fault is tried alone, so that no
/// fault hides another.
/// </summary>
/// <param name="Alone">The run with nothing of the learner's but that one setting.</param>
/// <param name="Changed">The clients whose settings are not those that the developers left.</param>
/// <param name="NeedlesslyChanged">The settings that are not those that the developers left, although those were right.</param>
internal sealed record AppsTrial(
    IReadOnlyDictionary<AppFault, ClientRun> Alone,
    IReadOnlyList<string> Changed,
    IReadOnlyList<string> NeedlesslyChanged
)
{
    public static async Task<AppsTrial> OfAsync(Action<FleetApps> mend, CancellationToken cancellationToken)
    {
        using var credentials = new FleetCredentials();
        await using var server = await FleetServer.OpenAsync(
            credentials,
            FaultyRegistrations.Mended(credentials),
            cancellationToken
        );
        var apps = FaultyApps.Of(server.Published);
        mend(apps);

        var alone = new Dictionary<AppFault, ClientRun>();
        foreach (var fault in AppFault.All)
        {
            var otherwiseRight = FaultyApps.Mended(server.Published);
            fault.Copy(apps, otherwiseRight);
            alone[fault] = await server.RunAsync(fault.Client, otherwiseRight, cancellationToken);
        }

        var left = FaultyApps.Of(server.Published);
        return new(
            alone,
            [.. FleetClients.All.Where(client => !left.SettingsOf(client).Equals(apps.SettingsOf(client)))],
            [.. apps.NeedlesslyChanged()]
        );
    }
}
