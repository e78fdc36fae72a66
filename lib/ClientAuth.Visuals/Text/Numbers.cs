using System.Globalization;

namespace ClientAuth.Visuals.Text;

/// <summary>Numbers and times as every reader and every parser takes them: invariant culture, UTC.</summary>
internal static class Numbers
{
    /// <summary>Milliseconds, rounded to hundredths, as charts and tables show them.</summary>
    public static double Milliseconds(TimeSpan duration) => Math.Round(duration.TotalMilliseconds, 2);

    public static string Show(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    public static string Show(int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>For example <c>2026-03-01T12:00:00Z</c>.</summary>
    public static string Utc(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
