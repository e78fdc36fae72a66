using System.Text.RegularExpressions;

namespace NotebookEngine.Comparison;

/// <summary>
/// A chart of durations, which are measured: its traces and texts are compared, their numbers are not. Other charts show the same numbers
/// in every run, and are compared whole.
/// </summary>
internal static partial class MeasuredChart
{
    /// <summary>The form in which a chart is a figure that can be looked into.</summary>
    public const string Plotly = "application/vnd.plotly.v1+json";

    /// <summary>The same text where the output is no such chart.</summary>
    /// <param name="forms">Of the output.</param>
    /// <param name="text">One of them.</param>
    public static string Mask(IReadOnlyDictionary<string, string> forms, string text)
    {
        if (!forms.ContainsKey(Plotly) || !forms.TryGetValue("text/plain", out var summary))
        {
            return text;
        }

        if (Milliseconds.IsMatch(summary))
        {
            return WithoutNumbers(text);
        }

        // A reader's own chart, with an axis of milliseconds: what else has numbers, such as the other axis, is the same in every run.
        return AxisOfMilliseconds.IsMatch(summary)
            ? Measured.Replace(Series.Replace(text, MaskSeries), "«number»")
            : text;
    }

    /// <summary>The text without any number that stands for itself, so not that of <c>ES256</c> or <c>#e69f00</c>.</summary>
    public static string WithoutNumbers(string text) => Number.Replace(text, "«number»");

    private static string MaskSeries(Match series) =>
        series.Value.Contains('.', StringComparison.Ordinal) ? WithoutNumbers(series.Value) : series.Value;

    [GeneratedRegex(@"\d[ \u00A0\u202F]?(ns|µs|μs|ms)\b")]
    private static partial Regex Milliseconds { get; }

    [GeneratedRegex(@"\((ns|µs|μs|ms)\)")]
    private static partial Regex AxisOfMilliseconds { get; }

    [GeneratedRegex(@"(?<![\w#.-])-?\d+(\.\d+)?(E-?\d+)?(?![\w.])")]
    private static partial Regex Number { get; }

    // The numbers of one line of a figure. Those of the other axis are whole.
    [GeneratedRegex(@"\[[\s\d.,]+\]")]
    private static partial Regex Series { get; }

    // In a summary from the least to the greatest, and at the end of each row of the table behind the drawing.
    [GeneratedRegex(@"(?<=\bfrom |\bfrom [\d.]+ to )\d+(\.\d+)?\b|(?<=<td[^>]*>)\d+(\.\d+)?(?=</td></tr>)")]
    private static partial Regex Measured { get; }
}
