using System.Globalization;

namespace ClientAuth.Visuals.Sequences;

/// <summary>Times after the first step, as they stand beside the steps: always in milliseconds, so that they compare at a glance.</summary>
internal static class Elapsed
{
    /// <summary>For example <c>0.0 ms</c>, <c>12.3 ms</c>, <c>20340 ms</c>.</summary>
    public static string Show(TimeSpan time) =>
        time.TotalMilliseconds.ToString(time < TimeSpan.FromSeconds(10) ? "0.0" : "0", CultureInfo.InvariantCulture)
        + " ms";
}
