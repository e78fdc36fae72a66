using System.Text.RegularExpressions;

namespace NotebookEngine.Comparison;

/// <summary>The forms of one output without what differs from run to run.</summary>
internal static partial class OutputMask
{
    private const string Html = "text/html";

    public static Dictionary<string, string> Mask(IReadOnlyDictionary<string, string> forms)
    {
        var isMeasured = forms.Values.Any(Drawings.IsMeasured);
        return forms.ToDictionary(
            form => form.Key,
            form =>
            {
                var text = form.Key == Html ? MaskHtml(form.Value, isMeasured) : form.Value;
                var masked = VolatileText.Mask(MeasuredChart.Mask(forms, text));
                return form.Key is Html or MeasuredChart.Plotly
                    ? masked
                    : Line.Replace(Gap.Replace(masked, "  "), "---");
            },
            StringComparer.Ordinal
        );
    }

    // Where a long value may be broken depends on its characters.
    private static string MaskHtml(string html, bool isMeasured) =>
        Drawings.Mask(MarkedParts.Mask(html.Replace("<wbr />", "", StringComparison.Ordinal)), isMeasured);

    // How wide a column of text is depends on the longest value in it.
    [GeneratedRegex(@"(?<=\S) {2,}")]
    private static partial Regex Gap { get; }

    [GeneratedRegex(@"-{3,}|─{3,}")]
    private static partial Regex Line { get; }
}
