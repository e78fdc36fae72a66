namespace ClientAuth.Visuals.Html;

/// <summary>A line that opens, and what lies in it, set in below the line.</summary>
internal static class Foldable
{
    public static HtmlElement Of(IEnumerable<HtmlNode> line, IEnumerable<HtmlNode> content) =>
        new(
            "details",
            new HtmlElement("summary", line).Styled(Style.Summary),
            new HtmlElement("div", content).Styled(Style.Nested)
        );
}
