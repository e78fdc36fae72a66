namespace ClientAuth.Visuals.Html;

/// <summary>A small label and what it says, in a line of their own.</summary>
internal static class LabelledLine
{
    public static HtmlElement Of(string label, HtmlNode value) =>
        new HtmlElement("p", new HtmlElement("span", $"{label} ").Styled(Style.Label), value).Styled(Style.Fact);
}
