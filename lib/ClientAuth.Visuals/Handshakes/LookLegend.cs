using ClientAuth.Visuals.Charts;
using ClientAuth.Visuals.Html;
using ClientAuth.Visuals.Sequences;

namespace ClientAuth.Visuals.Handshakes;

/// <summary>Names of the looks beside them, on as many lines as they need.</summary>
internal sealed class LookLegend
{
    private const double LineHeight = 20;
    private const double SwatchWidth = 16;

    private readonly List<(string Name, HandshakeLook Look, double X, int Line)> _entries = [];

    public LookLegend(double width)
    {
        var (x, line) = (2.0, 0);
        foreach (var (name, look) in HandshakeLook.Legend)
        {
            var room = SwatchWidth + 6 + Svg.WidthOf(name) + 10;
            if (x + room > width && x > 2)
            {
                (x, line) = (2, line + 1);
            }

            _entries.Add((name, look, x, line));
            x += room;
        }
    }

    public double Height => (_entries[^1].Line + 1) * LineHeight;

    public IEnumerable<HtmlNode> Render(string pattern, double top) =>
        _entries.SelectMany<(string Name, HandshakeLook Look, double X, int Line), HtmlNode>(entry =>
            [
                entry.Look.Swatch(pattern, entry.X, top + (entry.Line * LineHeight) + 1, SwatchWidth, 12),
                StepShapes.Small(entry.X + SwatchWidth + 6, top + (entry.Line * LineHeight) + 11, entry.Name, "start"),
            ]
        );
}
