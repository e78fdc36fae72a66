using ClientAuth.Visuals.Text;

namespace ClientAuth.Visuals.Html;

/// <summary>Text for plotly.js, which reads a small HTML of its own (bold, links) in labels and knows only these three entities.</summary>
internal static class PlotlyText
{
    public static string Encode(string text) =>
        VisibleText
            .Line(text)
            .Replace("&", "&amp;", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal);
}
