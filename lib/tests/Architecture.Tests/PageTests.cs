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

    [Fact]
    public void Every_file_that_a_walk_names_exists()
    {
        var walks = Section(
            File.ReadAllText(Path.Combine(Repository.Lib, "README.md")),
            "## Three walks through the code"
        );
        var files = SourceFile().Matches(walks).Select(file => file.Groups["path"].Value).ToList();

        Assert.Equal(3, Walk().Count(walks));
        Assert.NotEmpty(files);
        Assert.DoesNotContain(files, file => !File.Exists(Path.Combine(Repository.Lib, file)));
    }

    private static string Section(string page, string heading)
    {
        var start = page.IndexOf(heading, StringComparison.Ordinal);
        Assert.True(start >= 0, $"lib/README.md has no heading '{heading}'.");
        var next = page.IndexOf("\n## ", start + 1, StringComparison.Ordinal);
        return next < 0 ? page[start..] : page[start..next];
    }

    [GeneratedRegex(@"^### ", RegexOptions.Multiline)]
    private static partial Regex Walk();

    [GeneratedRegex("`(?<path>[^`]+\\.(cs|json|ipynb))`")]
    private static partial Regex SourceFile();

    [GeneratedRegex(@"^\| [^|]+ \| (?<open>`[^|]+) \|\r?$", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex("`(?<path>[^`]+)`")]
    private static partial Regex Code();
}
