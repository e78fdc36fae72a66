using System.Globalization;

namespace ClientAuth.Lab.Rotation;

/// <summary>One install of an app, and how soon it takes what is offered to it.</summary>
/// <param name="Name">For example <c>phone-1</c>.</param>
/// <param name="ReachedAfterDays">When a new version or certificate can be had: stores hand an update out over days.</param>
/// <param name="UpdatesAfterDays">When its owner takes it, if nobody insists.</param>
public sealed record FleetDevice(string Name, int ReachedAfterDays, int UpdatesAfterDays)
{
    /// <summary>The slowest install takes an update after this many days at the most.</summary>
    public const int SlowestUpdateDays = 55;

    private const int SlowestStoreDays = 3;

    /// <summary>Installs with habits of their own: most update within days, a few after weeks.</summary>
    /// <param name="count">How many.</param>
    /// <param name="habits">Where the habits come from; the same seed gives the same fleet.</param>
    public static IReadOnlyList<FleetDevice> Fleet(int count, Random habits) =>
        [.. Enumerable.Range(1, count).Select(number => Make(number, habits))];

    internal int DayOfUpdate(int offeredOn, bool isForced) =>
        offeredOn + (isForced ? ReachedAfterDays : Math.Max(ReachedAfterDays, UpdatesAfterDays));

    private static FleetDevice Make(int number, Random habits)
    {
        var reached = habits.Next(SlowestStoreDays + 1);
        var patience = habits.NextDouble();
        // The cube makes early updates common and late ones rare.
        return new FleetDevice(
            string.Create(CultureInfo.InvariantCulture, $"phone-{number}"),
            reached,
            (int)Math.Round(SlowestUpdateDays * patience * patience * patience)
        );
    }
}
