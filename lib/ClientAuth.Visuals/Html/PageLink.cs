namespace ClientAuth.Visuals.Html;

/// <summary>Links to pages in the folder of the lessons. GitHub does not follow them out of an output, so the words name the place as well.</summary>
internal static class PageLink
{
    private const string FailureCases = "failure-cases.md";

    /// <summary>The row of a case in the page of all cases.</summary>
    public static HtmlNode ToCase(string id, string words) => To($"{FailureCases}#{id}", words);

    /// <summary>The words alone where the address is that of no such page.</summary>
    public static HtmlNode To(string address, string words) =>
        HtmlElement.IsPage(address) ? new HtmlElement("a", words).With("href", address).Styled(Style.Link) : words;
}
