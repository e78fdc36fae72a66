using ClientAuth.Visuals.Text;

namespace ClientAuth.Visuals.Measurements;

/// <summary>Durations in the unit of a chart, rounded once for all its forms.</summary>
internal static class Durations
{
    public static string Symbol(TimeUnit unit) => unit == TimeUnit.Microsecond ? "µs" : "ms";

    /// <summary>To three significant digits: a sample deserves no more.</summary>
    public static double In(TimeUnit unit, double microseconds) =>
        Numbers.Rounded(unit == TimeUnit.Microsecond ? microseconds : microseconds / 1000);

    public static string Show(TimeUnit unit, double microseconds) =>
        $"{Numbers.Significant(In(unit, microseconds))} {Symbol(unit)}";
}
