using System.Net;
using System.Text.RegularExpressions;

namespace NotebookEngine.Comparison;

/// <summary>
/// The svg drawings in HTML. Where something was measured, so is how many lines a grid has and which labels find room: of such a drawing
/// the words are compared. Of every other one all but the geometry, which follows from the words.
/// </summary>
internal static partial class Drawings
{
    /// <param name="html">With any number of drawings.</param>
    /// <param name="isMeasured">Whether the output shows anything measured.</param>
    public static string Mask(string html, bool isMeasured) =>
        Drawing.Replace(html, drawing => isMeasured ? Words(drawing.Value) : Shapes(drawing.Value));

    /// <summary>Whether a text has a figure of measured time, or an axis of such.</summary>
    public static bool IsMeasured(string text) => MeasuredTime.IsMatch(text);

    private static string Words(string drawing)
    {
        var words = Text.Matches(drawing)
            .Select(text => VolatileText.Mask(WebUtility.HtmlDecode(text.Value)).Trim())
            .Where(text => text.Length > 0 && !Figure.IsMatch(text))
            // Before the same are counted once: two medians may be equal by chance.
            .Select(MeasuredChart.WithoutNumbers)
            .Distinct()
            .Order(StringComparer.Ordinal);
        return $"<svg>«drawing» {string.Join(" | ", words)}</svg>";
    }

    private static string Shapes(string drawing) =>
        Identifier.Replace(Geometry.Replace(drawing, attribute => Number.Replace(attribute.Value, "«n»")), "«id»");

    [GeneratedRegex(@"<svg[\s>].*?</svg>", RegexOptions.Singleline)]
    private static partial Regex Drawing { get; }

    [GeneratedRegex(@"\d[ \u00A0\u202F]?(ns|µs|μs|ms)\b|\((ns|µs|μs|ms)\)|\d\.\d+[ \u00A0\u202F]s\b")]
    private static partial Regex MeasuredTime { get; }

    [GeneratedRegex(@"(?<=>)[^<>]+(?=<)")]
    private static partial Regex Text { get; }

    // A tick, or a bar's label.
    [GeneratedRegex(@"\A[\d.,\s–-]+\z")]
    private static partial Regex Figure { get; }

    [GeneratedRegex(
        @"\s(x|y|x1|x2|y1|y2|cx|cy|r|rx|ry|dx|dy|width|height|d|points|transform|viewBox|offset|textLength)=""[^""]*"""
    )]
    private static partial Regex Geometry { get; }

    [GeneratedRegex(@"-?\d*\.?\d+")]
    private static partial Regex Number { get; }

    // Of a pattern or a marker, made from what is drawn.
    [GeneratedRegex(@"(?<=\s(id|href|fill|stroke|mask|clip-path|marker-\w+)=""(url\()?#?[\w-]*?)\b[0-9a-f]{8}\b")]
    private static partial Regex Identifier { get; }
}
