using ClientAuth.Visuals.Colors;
using ClientAuth.Visuals.Drawing;
using ClientAuth.Visuals.Html;
using ClientAuth.Visuals.Text;

namespace ClientAuth.Visuals.Sequences;

/// <summary>The shapes of the steps. What is refused has a broken line, an open head and a cross.</summary>
internal static class StepShapes
{
    private const double HeadLength = 9;
    private const double BandHeight = 14;
    private const string Sans = "system-ui, sans-serif";
    private const string Mono = "ui-monospace, SFMono-Regular, Menlo, Consolas, monospace";

    public static HtmlElement Label(double x, double y, string text, string anchor, bool isStrong = false) =>
        Written(new HtmlElement("text", text), x, y, anchor, 12, isStrong).With("font-family", Mono);

    public static HtmlElement Name(double x, double y, string text, int size) =>
        Written(new HtmlElement("text", text), x, y, "middle", size, isStrong: true).With("font-family", Sans);

    /// <summary>Small, in figures.</summary>
    public static HtmlElement Small(double x, double y, string text, string anchor) =>
        Written(new HtmlElement("text", text), x, y, anchor, 11, isStrong: false).With("font-family", Sans);

    /// <summary>A ground below text.</summary>
    public static HtmlElement Ground(double x, double y, double width, double height, string tint) =>
        Svg.Rectangle(x, y, width, height, tint).With("rx", 4);

    public static IEnumerable<HtmlNode> Number(double x, double y, int number) =>
        [
            new HtmlElement("circle")
                .With("cx", x)
                .With("cy", y)
                .With("r", 9)
                .With("fill", "none")
                .With("stroke", "currentColor")
                .With("stroke-opacity", 0.6),
            Small(x, y + 4, Numbers.Show(number), "middle"),
        ];

    public static IEnumerable<HtmlNode> Arrow(double from, double to, double y, SequenceStep step) =>
        Arrow(from, to, y, SequenceColors.Of(step), step.IsRefused);

    public static IEnumerable<HtmlNode> Arrow(double from, double to, double y, string color, bool isRefused)
    {
        var back = to > from ? -HeadLength : HeadLength;
        var line = Stroke(new HtmlElement("line"), color)
            .With("x1", from)
            .With("y1", y)
            .With("x2", to + back)
            .With("y2", y);
        var head = Stroke(new HtmlElement("path"), color)
            .WithOutline(
                Path($"M{{0}} {{1}}L{{2}} {{3}}L{{0}} {{4}}{(isRefused ? "" : "Z")}", to + back, y - 5, to, y, y + 5)
            )
            .With("fill", isRefused ? "none" : color);
        return isRefused
            ? [line.With("stroke-dasharray", "6 4"), head, .. Cross((from + to) / 2, y, color)]
            : [line, head];
    }

    /// <summary>A group of messages both ways: a band with heads in turn.</summary>
    public static IEnumerable<HtmlNode> Band(double from, double to, double y)
    {
        var (left, right) = (Math.Min(from, to), Math.Max(from, to));
        yield return Svg.Rectangle(left + 4, y - (BandHeight / 2), right - left - 8, BandHeight, Tint.Blue)
            .With("stroke", Palette.Sent)
            .With("rx", 3);
        double[] places = [0.2, 0.5, 0.8];
        foreach (var (index, place) in places.Index())
        {
            var x = left + ((right - left) * place);
            var tip = index % 2 == 0 == to > from ? 6 : -6;
            yield return new HtmlElement("path")
                .WithOutline(Path("M{0} {1}L{2} {3}L{0} {4}Z", x - tip, y - 4, x + tip, y, y + 4))
                .With("fill", Palette.Sent);
        }
    }

    /// <summary>On the lifeline of who does something.</summary>
    public static HtmlElement Activity(double x, double top, double bottom, SequenceStep step) =>
        Svg.Rectangle(x - 4, top, 8, bottom - top, SequenceColors.Of(step)).With("rx", 2);

    private static IEnumerable<HtmlNode> Cross(double x, double y, string color) =>
        [
            Stroke(new HtmlElement("path"), color)
                .WithOutline(
                    Path("M{0} {1}L{2} {3}", x - 5, y - 5, x + 5, y + 5)
                        + Path("M{0} {1}L{2} {3}", x - 5, y + 5, x + 5, y - 5)
                )
                .With("fill", "none"),
        ];

    private static string Path(string format, params IEnumerable<double> numbers) =>
        string.Format(System.Globalization.CultureInfo.InvariantCulture, format, [.. numbers.Select(Numbers.Show)]);

    private static HtmlElement Stroke(HtmlElement element, string color) =>
        element.With("stroke", color).With("stroke-width", 2);

    private static HtmlElement Written(HtmlElement text, double x, double y, string anchor, int size, bool isStrong) =>
        text.With("x", x)
            .With("y", y)
            .With("text-anchor", anchor)
            .With("font-size", size)
            .With("font-weight", isStrong ? "700" : "400")
            .With("fill", "currentColor");
}
