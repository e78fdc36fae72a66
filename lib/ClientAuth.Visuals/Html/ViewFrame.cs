namespace ClientAuth.Visuals.Html;

/// <summary>The outermost element of whatever is shown: on no screen wider than the place that a front end gives it.</summary>
internal static class ViewFrame
{
    public static HtmlElement Of(params IEnumerable<HtmlNode> content) =>
        new HtmlElement("div", new HtmlElement("div", content).Styled(Style.Content)).Styled(Style.Root);
}
