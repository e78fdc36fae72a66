using System.Net;
using System.Text.RegularExpressions;

namespace NotebookEngine.Book;

/// <summary>Finds and changes what the tags of a page refer to; scripts, styles and comments are passed over.</summary>
internal static partial class StartTags
{
    private const string PassedOver = @"<!--.*?-->|<(?<name>script|style)\b.*?</\k<name>>";
    private const string Attributes = @"(?=[\s/>])(?>[^""'>]|""[^""]*""|'[^']*')*>";

    /// <summary>The ids of all elements, in their order.</summary>
    internal static IEnumerable<string> Ids(string html) =>
        from Match match in Start.Matches(html)
        let id = Id.Match(match.Groups["tag"].Value)
        where id.Success
        select WebUtility.HtmlDecode(id.Groups["id"].Value);

    /// <summary>Changes every tag.</summary>
    internal static string Each(string html, Func<string, string> change) =>
        Start.Replace(html, match => match.Groups["tag"].Success ? change(match.Value) : match.Value);

    /// <summary>Changes every link, an <c>a</c> with a <c>href</c>.</summary>
    /// <param name="html">A page, or a part of one.</param>
    /// <param name="change">From the address, the tag as it is and what it encloses, to the whole element.</param>
    internal static string Links(string html, Func<string, string, string, string> change) =>
        Anchor.Replace(
            html,
            match =>
                Address.Match(match.Groups["tag"].Value) is { Success: true } address
                    ? change(
                        WebUtility.HtmlDecode(address.Groups["address"].Value),
                        match.Groups["tag"].Value,
                        match.Groups["text"].Value
                    )
                    : match.Value
        );

    /// <summary>Changes the address of every picture, and of everything else that an element loads.</summary>
    internal static string Sources(string html, Func<string, string> change) =>
        Loading.Replace(
            html,
            match =>
                match.Groups["tag"].Success
                    ? Source.Replace(
                        match.Value,
                        source => $" src=\"{Html.Text(change(WebUtility.HtmlDecode(source.Groups["address"].Value)))}\""
                    )
                    : match.Value
        );

    /// <summary>The tag with another address, and with these attributes first.</summary>
    internal static string WithAddress(string tag, string address, string attributes = "") =>
        Address.Replace(tag, _ => $"{attributes} href=\"{Html.Text(address)}\"", 1);

    [GeneratedRegex($"{PassedOver}|(?<tag><[a-zA-Z][a-zA-Z0-9-]*{Attributes})", RegexOptions.Singleline)]
    private static partial Regex Start { get; }

    [GeneratedRegex(@"\sid=""(?<id>[^""]*)""")]
    private static partial Regex Id { get; }

    [GeneratedRegex($"{PassedOver}|(?<tag><a{Attributes})(?<text>.*?)</a>", RegexOptions.Singleline)]
    private static partial Regex Anchor { get; }

    [GeneratedRegex(
        $"{PassedOver}|(?<tag><(?:img|source|audio|video|iframe|embed){Attributes})",
        RegexOptions.Singleline
    )]
    private static partial Regex Loading { get; }

    [GeneratedRegex(@"\shref=""(?<address>[^""]*)""")]
    private static partial Regex Address { get; }

    [GeneratedRegex(@"\ssrc=""(?<address>[^""]*)""")]
    private static partial Regex Source { get; }
}
