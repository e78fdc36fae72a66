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

        Assert.Empty(PageLinks.Dead(path, File.ReadAllText(path)));
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

    [GeneratedRegex(@"^\| [^|]+ \| (?<open>`[^|]+) \|\r?$", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex("`(?<path>[^`]+)`")]
    private static partial Regex Code();
}
