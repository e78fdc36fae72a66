using System.Globalization;

namespace ClientAuth.Visuals.Sequences;

/// <summary>Times after the first step, as they stand beside the steps.</summary>
internal static class Elapsed
{
    /// <summary>For example <c>0.0 ms</c>, <c>12.3 ms</c>; from ten seconds on in seconds.</summary>
    public static string Show(TimeSpan time) =>
        time < TimeSpan.FromSeconds(10)
            ? string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds:0.0} ms")
            : string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0} s");
}
