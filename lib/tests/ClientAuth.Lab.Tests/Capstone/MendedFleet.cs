using ClientAuth.Lab.Capstone;

namespace ClientAuth.Lab.Tests.Capstone;

/// <summary>The fleet of lesson 13 in a learner's hands.</summary>
internal static class MendedFleet
{
    /// <summary>With every fault mended.</summary>
    public static CapstoneFleet Green() => By(FaultyApps.Mend, FaultyRegistrations.Mend);

    public static CapstoneFleet By(Action<FleetApps> apps, Action<FleetRegistrations> registrations)
    {
        var fleet = new CapstoneFleet();
        fleet.Mend(apps);
        fleet.Mend(registrations);
        return fleet;
    }
}
