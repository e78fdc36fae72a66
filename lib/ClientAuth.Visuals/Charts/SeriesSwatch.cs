using ClientAuth.Visuals.Html;
using ClientAuth.Visuals.Text;

namespace ClientAuth.Visuals.Charts;

/// <summary>Names of the series beside their looks, in stacking order, on as many lines as they need.</summary>
internal sealed class BarLegend
{
    private const double LineHeight = 20;
    private const double SwatchWidth = 16;

    private readonly List<(string Name, SeriesLook Look, double X, int Line)> _entries = [];
    private readonly string _id;

    /// <param name="series">In their order.</param>
    /// <param name="id">Begins the names of the hatches.</param>
    /// <param name="drawing">How wide the drawing is.</param>
    public BarLegend(IReadOnlyList<(string Name, SeriesLook Look)> series, string id, double drawing = Svg.Width)
    {
        _id = id;
        var x = 0.0;
        var line = 0;
        foreach (var (name, look) in series)
        {
            var width = SwatchWidth + 6 + Svg.WidthOf(name) + 18;
            if (x > 0 && x + width > drawing)
            {
                (x, line) = (0, line + 1);
            }

            _entries.Add((name, look, x, line));
            x += width;
        }
    }

    public double Height => _entries.Count == 0 ? 0 : (_entries[^1].Line + 1) * LineHeight;

    public HtmlElement Render(double top) =>
        new(
            "g",
            _entries.SelectMany(
                (entry, index) => Entry(entry.Name, entry.Look, index, entry.X, top + (entry.Line * LineHeight))
            )
        );

    /// <summary>The fill, over it the hatch.</summary>
    public static IEnumerable<HtmlNode> Swatch(
        SeriesLook look,
        string pattern,
        double x,
        double y,
        double width,
        double height
    )
    {
        yield return Svg.Rectangle(x, y, width, height, look.Fill)
            .With("stroke", "currentColor")
            .With("stroke-opacity", 0.45)
            .With("stroke-width", 0.75);
        if (look.Hatch != Hatch.None)
        {
            yield return Svg.Rectangle(x, y, width, height, $"url(#{pattern})");
        }
    }

    private IEnumerable<HtmlNode> Entry(string name, SeriesLook look, int index, double x, double top) =>
        [
            .. Swatch(look, $"{_id}-{Numbers.Show(index)}", x + 1, top, SwatchWidth, 12),
            Svg.Text(x + SwatchWidth + 7, top + 10, name),
        ];
}
