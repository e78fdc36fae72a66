using System.Text.RegularExpressions;

namespace NotebookEngine.FrontEnds.Tests.Outputs;

/// <summary>
/// A chart of durations: every number in it is measured, and its bars are drawn from them. Other charts show the same numbers
/// in every run, and are compared whole.
/// </summary>
internal static partial class MeasuredChart
{
    private const string Plotly = "application/vnd.plotly.v1+json";

    public static bool Is(IReadOnlyDictionary<string, string> forms) =>
        forms.ContainsKey(Plotly) && forms.TryGetValue("text/plain", out var summary) && Milliseconds.IsMatch(summary);

    public static string Mask(string text) => Number.Replace(Drawing.Replace(text, "«drawing»"), "«number»");

    [GeneratedRegex(@"\d ms\b")]
    private static partial Regex Milliseconds { get; }

    [GeneratedRegex("(?<=<svg)[ >].*?(?=</svg>)", RegexOptions.Singleline)]
    private static partial Regex Drawing { get; }

    [GeneratedRegex(@"(?<![\w#.-])\d+(\.\d+)?(?![\w.])")]
    private static partial Regex Number { get; }
}
