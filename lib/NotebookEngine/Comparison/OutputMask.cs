using System.Text.RegularExpressions;

namespace NotebookEngine.Comparison;

/// <summary>Masks what differs from run to run in each form of an output.</summary>
internal static partial class OutputMask
{
    private const string Html = "text/html";

    public static Dictionary<string, string> Mask(IReadOnlyDictionary<string, string> forms)
    {
        var isMeasured = forms.Values.Any(Drawings.IsMeasured);
        var isMarked = forms.TryGetValue(Html, out var html) && MarkedParts.AreIn(html);
        return forms.ToDictionary(
            form => form.Key,
            form =>
                form.Key == Html
                    ? VolatileText.Mask(MeasuredChart.Mask(forms, MaskHtml(Undrawn(form.Value), isMeasured)))
                    : MaskOther(form.Key, MeasuredChart.Mask(forms, form.Value), isMarked),
            StringComparer.Ordinal
        );

        string Undrawn(string drawn) => MeasuredSequence.IsOne(forms) ? MeasuredSequence.Mask(drawn) : drawn;
    }

    private static string MaskOther(string name, string text, bool isMarked)
    {
        var masked = VolatileText.Mask(text);
        masked = isMarked ? MeasuredChart.WithoutNumbers(masked) : masked;
        return name == MeasuredChart.Plotly ? masked : Line.Replace(Gap.Replace(masked, "  "), "---");
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
