using System.Globalization;

namespace ClientAuth.Visuals.Text;

/// <summary>Numbers and times as every reader and every parser takes them: invariant culture, UTC.</summary>
internal static class Numbers
{
    /// <summary>Milliseconds, rounded to hundredths, as charts and tables show them.</summary>
    public static double Milliseconds(TimeSpan duration) => Math.Round(duration.TotalMilliseconds, 2);

    /// <summary>Milliseconds, rounded to the precision that one run gives: <c>35 ms</c>, <c>4.7 ms</c>, <c>0.34 ms</c>.</summary>
    public static string Rough(TimeSpan duration)
    {
        var milliseconds = duration.TotalMilliseconds;
        var format = milliseconds switch
        {
            >= 9.95 => "0",
            >= 0.995 => "0.0",
            _ => "0.00",
        };
        return $"{milliseconds.ToString(format, CultureInfo.InvariantCulture)} ms";
    }

    /// <summary>For example <c>30 days</c>, <c>1 day 5 minutes</c>; seconds are left out.</summary>
    public static string Long(TimeSpan span)
    {
        (int Count, string Unit)[] parts =
        [
            ((int)span.TotalDays, "day"),
            (span.Hours, "hour"),
            (span.Minutes, "minute"),
        ];
        var named = parts.Where(part => part.Count > 0).Select(part => Counted(part.Count, part.Unit));
        return string.Join(' ', named) is { Length: > 0 } words ? words : "less than a minute";
    }

    private static string Counted(int count, string unit) => $"{Show(count)} {unit}{(count == 1 ? "" : "s")}";

    public static string Show(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>A number of any size with at most six significant digits: <c>0.00012</c>, <c>1500000</c>, <c>6.02E+23</c>.</summary>
    public static string Significant(double value)
    {
        var size = Math.Abs(value);
        return size is 0 or (>= 1e-5 and < 1e15)
            ? decimal.Parse(
                    value.ToString("G6", CultureInfo.InvariantCulture),
                    NumberStyles.Float,
                    CultureInfo.InvariantCulture
                )
                .ToString("0.############", CultureInfo.InvariantCulture)
            : value.ToString("0.#####E+0", CultureInfo.InvariantCulture);
    }

    /// <summary>The number to so many significant digits; zero stays zero.</summary>
    public static double Rounded(double value, int digits = 3) =>
        value == 0 || !double.IsFinite(value)
            ? value
            : double.Parse(
                value.ToString($"E{digits - 1}", CultureInfo.InvariantCulture),
                CultureInfo.InvariantCulture
            );

    public static string Show(int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>For example <c>2026-03-01T12:00:00Z</c>.</summary>
    public static string Utc(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
