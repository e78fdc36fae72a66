using System.Text.RegularExpressions;

namespace Architecture.Tests;

/// <summary>What the pages for readers point to is there.</summary>
public sealed partial class PageTests
{
    public static TheoryData<string> Pages =>
        [
            .. new[] { ".", "certs", "data", "lib", "notebooks" }
                .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.md"))
                .Select(Repository.Relative),
        ];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_link_leads_to_a_file_or_a_heading(string page)
    {
        var path = Path.Combine(Repository.Root, page);
        var text = File.ReadAllText(path);
        var dead =
            from link in Link().Matches(text)
            let target = link.Groups["target"].Value
            where !target.Contains("://", StringComparison.Ordinal)
            where !Leads(path, target.Split('#'))
            select target;

        Assert.Empty(dead);
    }

    [Fact]
    public void Every_place_to_look_first_exists()
    {
        var text = File.ReadAllText(Path.Combine(Repository.Lib, "README.md"));
        var table = text[text.IndexOf("## Where to look first", StringComparison.Ordinal)..];
        var places = Row()
            .Matches(table)
            .SelectMany(row => Code().Matches(row.Groups["open"].Value))
            .Select(place => place.Groups["path"].Value)
            .ToList();

        Assert.NotEmpty(places);
        Assert.DoesNotContain(places, place => !Path.Exists(Path.Combine(Repository.Lib, place)));
    }

    private static bool Leads(string page, string[] target)
    {
        var file = target[0].Length == 0 ? page : Path.Combine(Path.GetDirectoryName(page)!, target[0]);
        return target.Length == 1 ? Path.Exists(file) : File.Exists(file) && Anchors(file).Contains(target[1]);
    }

    private static IEnumerable<string> Anchors(string page) =>
        Heading().Matches(File.ReadAllText(page)).Select(heading => AnchorOf(heading.Groups["text"].Value));

    // As GitHub makes them: lower case, spaces to hyphens, and of the rest letters, digits and hyphens.
    private static string AnchorOf(string heading) =>
        NoAnchor().Replace(heading.Trim().ToLowerInvariant(), "").Replace(' ', '-');

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"^#+ (?<text>.*?)\r?$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"^\| [^|]+ \| (?<open>`[^|]+) \|\r?$", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex("`(?<path>[^`]+)`")]
    private static partial Regex Code();

    [GeneratedRegex(@"[^\p{L}\p{N}\- _]")]
    private static partial Regex NoAnchor();
}
