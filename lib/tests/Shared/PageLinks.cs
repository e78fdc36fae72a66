using System.Text.RegularExpressions;

namespace Tests.Shared;

/// <summary>The links of a page in Markdown, and whether they lead to a file and a heading that exist.</summary>
internal static partial class PageLinks
{
    /// <summary>The relative targets that lead nowhere.</summary>
    /// <param name="page">The path of the page or notebook.</param>
    /// <param name="text">Its text, or a part of it.</param>
    public static IEnumerable<string> Dead(string page, string text) =>
        from link in Link.Matches(text)
        let target = link.Groups["target"].Value
        where !target.Contains("://", StringComparison.Ordinal)
        where !Leads(page, target.Split('#'))
        select target;

    /// <summary>A heading's anchor as GitHub makes it: lower case, spaces to hyphens, and of the rest letters, digits and hyphens.</summary>
    public static string AnchorOf(string heading) =>
        NotInAnchor.Replace(heading.Trim().ToLowerInvariant(), "").Replace(' ', '-');

    private static bool Leads(string page, string[] target)
    {
        var file = target[0].Length == 0 ? page : Path.Combine(Path.GetDirectoryName(page)!, target[0]);
        return target.Length == 1 ? Path.Exists(file) : File.Exists(file) && Anchors(file).Contains(target[1]);
    }

    private static IEnumerable<string> Anchors(string page) =>
        [
            .. Heading.Matches(File.ReadAllText(page)).Select(heading => AnchorOf(heading.Groups["text"].Value)),
            .. NamedPlace.Matches(File.ReadAllText(page)).Select(place => place.Groups["id"].Value),
        ];

    [GeneratedRegex("""\]\((?<target>[^)\s]+)(\s+"[^"]*")?\)""")]
    private static partial Regex Link { get; }

    [GeneratedRegex(@"^#+ (?<text>.*?)\r?$", RegexOptions.Multiline)]
    private static partial Regex Heading { get; }

    [GeneratedRegex("""<a id="(?<id>[^"]+)"></a>""")]
    private static partial Regex NamedPlace { get; }

    [GeneratedRegex(@"[^\p{L}\p{N}\- _]")]
    private static partial Regex NotInAnchor { get; }
}
