using System.Globalization;

namespace ClientAuth.MockServer.Soak.Measuring;

/// <summary>
/// Judges whether a figure stayed flat. The first third of the samples is the warm-up: what the server keeps a bounded number of, such as
/// exchanges, has to fill up first. Of the rest, the median of the second half may be above that of the first by so much.
/// </summary>
internal static class Flatness
{
    private const int FewestSamples = 4;

    /// <summary>One line for each figure, which begins with <c>held</c> or <c>NOT held</c>.</summary>
    public static IEnumerable<string> Judge(IReadOnlyList<MemorySample> samples)
    {
        var rest = samples.Skip(samples.Count / 3).ToList();
        if (rest.Count < FewestSamples)
        {
            return [$"NOT held: {samples.Count} samples are too few to judge memory; let it run longer"];
        }

        return
        [
            Judge("managed heap", rest, sample => sample.Heap / MemorySample.Megabyte, "MB", 0.05, 1),
            Judge("working set", rest, sample => sample.WorkingSet / MemorySample.Megabyte, "MB", 0.10, 10),
            Judge("handles", rest, sample => sample.Handles, "", 0.05, 12),
            Judge("threads", rest, sample => sample.Threads, "", 0.10, 6),
        ];
    }

    private static string Judge(
        string name,
        List<MemorySample> rest,
        Func<MemorySample, double> figure,
        string unit,
        double relative,
        double absolute
    )
    {
        var values = rest.ConvertAll(sample => figure(sample));
        var (earlier, later) = (Median(values[..(values.Count / 2)]), Median(values[(values.Count / 2)..]));
        var allowed = Math.Max(relative * earlier, absolute);
        var verdict = later - earlier <= allowed ? "held" : "NOT held";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{verdict}: {name} flat: median {earlier:F2} {unit} from {rest[0].At:hh\\:mm\\:ss} on, {later:F2} {unit} in the last part (at most {allowed:F2} more)"
        );
    }

    private static double Median(List<double> values)
    {
        values.Sort();
        return values[values.Count / 2];
    }
}
