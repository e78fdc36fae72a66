namespace ClientAuth.Visuals.Html;

/// <summary>A sentence in which names stand between backticks, as in Markdown.</summary>
internal static class CodeWords
{
    /// <summary>The names as code. A backtick without a partner stays what it is.</summary>
    public static HtmlElement Of(string sentence)
    {
        var parts = sentence.Split('`');
        return parts.Length % 2 == 0
            ? new HtmlElement("span", sentence)
            : new HtmlElement(
                "span",
                parts.Select((part, index) => index % 2 == 0 ? (HtmlNode)part : HtmlTable.Code(part))
            );
    }

    /// <summary>The sentence as plain text.</summary>
    public static string Plain(string sentence) => sentence.Replace("`", "", StringComparison.Ordinal);
}
