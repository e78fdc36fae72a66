using System.Globalization;

namespace ClientAuth.Visuals.GenericCharts.Reading;

/// <summary>Times along an axis, as milliseconds since the beginning of the year 1.</summary>
internal static class Times
{
    private static readonly double[] Steps =
    [
        .. new[] { 1.0, 2, 5, 10, 20, 50, 100, 200, 500 },
        .. new[] { 1.0, 2, 5, 10, 15, 30 }.Select(seconds => seconds * 1_000),
        .. new[] { 1.0, 2, 5, 10, 15, 30 }.Select(minutes => minutes * 60_000),
        .. new[] { 1.0, 2, 3, 6, 12 }.Select(hours => hours * 3_600_000),
        .. new[] { 1.0, 2, 7, 14, 30, 91, 182, 365, 730, 1825, 3650, 36500 }.Select(days => days * 86_400_000),
    ];

    /// <summary>A step that makes at most so many ticks.</summary>
    public static double Step(double span, int ticks) => Steps.FirstOrDefault(step => span / step <= ticks, Steps[^1]);

    /// <summary>As short as says all: the date alone, with hours and minutes, or with seconds.</summary>
    public static string Show(double milliseconds)
    {
        var time = new DateTime((long)Math.Clamp(milliseconds, 0, 315_537_897_599_999) * TimeSpan.TicksPerMillisecond);
        var format = time switch
        {
            { TimeOfDay.Ticks: 0 } => "yyyy-MM-dd",
            { Second: 0, Millisecond: 0 } => "yyyy-MM-dd HH:mm",
            { Millisecond: 0 } => "yyyy-MM-dd HH:mm:ss",
            _ => "yyyy-MM-dd HH:mm:ss.fff",
        };
        return time.ToString(format, CultureInfo.InvariantCulture);
    }
}
