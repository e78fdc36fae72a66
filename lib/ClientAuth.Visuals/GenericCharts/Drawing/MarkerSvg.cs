using ClientAuth.Visuals.Html;
using ClientAuth.Visuals.Text;

namespace ClientAuth.Visuals.GenericCharts.Drawing;

/// <summary>The markers of plotly.js as small paths.</summary>
internal static class MarkerSvg
{
    public static HtmlElement Draw(string symbol, double x, double y, string color) =>
        symbol == "circle"
            ? new HtmlElement("circle").With("cx", x).With("cy", y).With("r", 3.5).With("fill", color)
            : new HtmlElement("path")
                .With("d", $"M{Numbers.Show(x)} {Numbers.Show(y)}{Outline(symbol)}")
                .With("fill", color);

    // From the middle of the marker.
    private static string Outline(string symbol) =>
        symbol switch
        {
            "square" => "m-3.2 -3.2h6.4v6.4h-6.4z",
            "diamond" => "m0 -4.6l4.6 4.6l-4.6 4.6l-4.6 -4.6z",
            "triangle-up" => "m0 -4.4l4.4 7.6h-8.8z",
            "cross" => "m-1.5 -4.4h3v2.9h2.9v3h-2.9v2.9h-3v-2.9h-2.9v-3h2.9z",
            _ =>
                "m0 -2.1l2.1 -2.1l2.1 2.1l-2.1 2.1l2.1 2.1l-2.1 2.1l-2.1 -2.1l-2.1 2.1l-2.1 -2.1l2.1 -2.1l-2.1 -2.1l2.1 -2.1z",
        };
}
