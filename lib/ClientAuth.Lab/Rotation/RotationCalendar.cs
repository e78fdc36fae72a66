using ClientAuth.Visuals.Charts;

namespace ClientAuth.Lab.Rotation;

/// <summary>The days of the year on which something happens, the same for every strategy. The first day is day 0.</summary>
public static class RotationCalendar
{
    public const int Days = 365;

    /// <summary>Somebody copies the credential of the first install. Nobody notices.</summary>
    public const int Copied = 50;

    /// <summary>The theft is found out; only a strategy that answers a theft acts on it.</summary>
    public const int TheftFound = 60;

    /// <summary>The planned rotation is due; also the day on which the first certificates expire.</summary>
    public const int Due = 120;

    /// <summary>The thief tries the copy every day, and gives up after so many refusals in a row.</summary>
    public const int ThiefGivesUpAfter = 14;

    /// <summary>Each install asks for a token once in so many days, every one on a day of its own.</summary>
    public const int OpenedEvery = 7;

    /// <summary>The three days on which something happens, with what the chart calls it.</summary>
    public static IReadOnlyList<RotationEvent> Events { get; } =
    [new(Copied, "credential copied"), new(TheftFound, "theft found"), new(Due, "rotation due")];

    /// <summary>When the year begins; the machine's own date plays no part.</summary>
    internal static DateTimeOffset FirstDay { get; } = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Longer than the year: for what is not to expire in it.</summary>
    internal static TimeSpan Beyond { get; } = TimeSpan.FromDays(Days + 35);
}
