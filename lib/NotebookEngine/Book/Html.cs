using System.Net;
using System.Text.RegularExpressions;

namespace NotebookEngine.Book;

/// <summary>Text as HTML, and what HTML says as text.</summary>
internal static partial class Html
{
    /// <summary>As it stands between tags, and in an attribute's quotes.</summary>
    internal static string Text(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal)
            .Replace("\"", "&quot;", StringComparison.Ordinal);

    /// <summary>What a reader sees of it, in one line; code in blocks is left out.</summary>
    internal static string PlainText(string html) =>
        Space
            .Replace(WebUtility.HtmlDecode(Tag.Replace(Inline.Replace(Unseen.Replace(html, " "), ""), " ")), " ")
            .Trim();

    [GeneratedRegex(@"<!--.*?-->|<(script|style|pre)\b.*?</\1>", RegexOptions.Singleline)]
    private static partial Regex Unseen { get; }

    // A word may be partly emphasised; other tags end one.
    [GeneratedRegex(@"</?(a|b|code|del|em|i|ins|kbd|q|span|strong|sub|sup|wbr)\b[^>]*>")]
    private static partial Regex Inline { get; }

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag { get; }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space { get; }
}
