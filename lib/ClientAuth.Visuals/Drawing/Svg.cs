using System.Security.Cryptography;
using System.Text;
using ClientAuth.Visuals.Html;
using ClientAuth.Visuals.Text;

namespace ClientAuth.Visuals.Drawing;

/// <summary>The few shapes a chart is made of, with presentation attributes only: some viewers strip styles.</summary>
internal static class Svg
{
    public const int Width = 760;

    private const string Font = "system-ui, sans-serif";
    private const double CharacterWidth = 6.7;
    private const int LongestLabel = 36;

    public static HtmlElement Drawing(
        double width,
        double height,
        string title,
        string description,
        IEnumerable<HtmlNode> shapes,
        Style? style = null
    ) =>
        Sheet(width, height, title, description, shapes)
            .With("width", width)
            .With("height", height)
            .With("role", "img")
            .With("aria-label", $"{title}. {description}")
            .Styled(style ?? Style.Chart);

    /// <summary>
    /// One of two forms of a drawing. The wide one is the picture; the narrow one repeats it for a phone: where a viewer drops styles it
    /// has no size, and a screen reader passes it by.
    /// </summary>
    public static HtmlElement Form(
        bool isNarrow,
        double width,
        double height,
        string title,
        string description,
        IEnumerable<HtmlNode> shapes,
        Style style
    ) =>
        isNarrow
            ? Sheet(width, height, title, description, shapes)
                .With("width", 0)
                .With("height", 0)
                .With("aria-hidden", "true")
                .Styled(style)
            : Drawing(width, height, title, description, shapes, style);

    /// <summary>A label; one that is too long is cut.</summary>
    public static HtmlElement Text(double x, double y, string text, string anchor = "start") =>
        Label(x, y, Fit(text), anchor, 12);

    public static HtmlElement Heading(double x, double y, string text) =>
        Label(x, y, VisibleText.Line(text), "start", 15).With("font-weight", "600");

    /// <summary>A line of a longer text, which is not cut: the caller has broken the text into lines.</summary>
    public static HtmlElement Sentence(double x, double y, string line) => Label(x, y, line, "start", 12);

    /// <summary>A label on a fill, in the colour that reads on it.</summary>
    public static HtmlElement TextOn(SeriesLook look, double x, double y, string text) =>
        Label(x, y, Fit(text), "middle", 12, look.Ink);

    public static HtmlElement Rectangle(double x, double y, double width, double height, string fill) =>
        new HtmlElement("rect")
            .With("x", x)
            .With("y", y)
            .With("width", width)
            .With("height", height)
            .With("fill", fill);

    public static HtmlElement Line(double x1, double y1, double x2, double y2, double opacity) =>
        new HtmlElement("line")
            .With("x1", x1)
            .With("y1", y1)
            .With("x2", x2)
            .With("y2", y2)
            .With("stroke", "currentColor")
            .With("stroke-opacity", opacity);

    /// <summary>About how wide a label is drawn, in pixels; fonts differ, so room is left.</summary>
    public static double WidthOf(string text) => Fit(text).Length * CharacterWidth;

    /// <summary>Several drawings share one page, so what a drawing refers to is named after its content.</summary>
    public static string Id(Figure figure) =>
        "ca-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(figure.ToPlotlyJson())))[..8];

    private static HtmlElement Sheet(
        double width,
        double height,
        string title,
        string description,
        IEnumerable<HtmlNode> shapes
    ) =>
        new HtmlElement("svg", [new HtmlElement("title", title), new HtmlElement("desc", description), .. shapes])
            .With("xmlns", "http://www.w3.org/2000/svg")
            .With("viewBox", $"0 0 {Numbers.Show(width)} {Numbers.Show(height)}");

    private static HtmlElement Label(
        double x,
        double y,
        string text,
        string anchor,
        int size,
        string ink = "currentColor"
    ) =>
        new HtmlElement("text", text)
            .With("x", x)
            .With("y", y)
            .With("text-anchor", anchor)
            .With("font-family", Font)
            .With("font-size", size)
            .With("fill", ink);

    private static string Fit(string text)
    {
        var visible = VisibleText.Line(text);
        return visible.Length <= LongestLabel ? visible : $"{visible[..(LongestLabel - 1)]}…";
    }
}
