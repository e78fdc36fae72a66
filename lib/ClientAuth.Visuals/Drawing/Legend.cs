using ClientAuth.Visuals.Html;

namespace ClientAuth.Visuals.Drawing;

/// <summary>The entries of a legend, on as many lines as they need.</summary>
internal sealed class Legend
{
    private const double LineHeight = 20;
    private const double TextFrom = 22;
    private const double Gap = 16;

    private readonly List<(LegendEntry Entry, double X, int Line)> _entries = [];

    public Legend(IReadOnlyList<LegendEntry> entries, double width)
    {
        var (x, line) = (0.0, 0);
        foreach (var entry in entries)
        {
            var room = TextFrom + Svg.WidthOf(entry.Name);
            if (x > 0 && x + room > width)
            {
                (x, line) = (0, line + 1);
            }

            _entries.Add((entry, x, line));
            x += room + Gap;
        }
    }

    public double Height => _entries.Count == 0 ? 0 : (_entries[^1].Line + 1) * LineHeight;

    public IEnumerable<HtmlNode> Render(double top) =>
        _entries.SelectMany(one =>
        {
            var middle = top + (one.Line * LineHeight) + 6;
            return one.Entry.Swatch(one.X, middle).Append(Svg.Text(one.X + TextFrom, middle + 4, one.Entry.Name));
        });
}

/// <summary>A name beside what stands for it in the drawing.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Swatch">Draws it, from a left edge and a middle on, 16 pixels wide.</param>
internal sealed record LegendEntry(string Name, Func<double, double, IEnumerable<HtmlNode>> Swatch);
