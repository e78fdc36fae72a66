using ClientAuth.Visuals.Html;

namespace ClientAuth.Visuals.Drawing;

/// <summary>The look of a series: a fill, over it a hatch.</summary>
internal static class SeriesSwatch
{
    public static IEnumerable<HtmlNode> Draw(
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

    /// <summary>The series in a legend.</summary>
    public static LegendEntry Entry(string name, SeriesLook look, string pattern) =>
        new(name, (x, middle) => Draw(look, pattern, x + 1, middle - 6, 16, 12));
}
