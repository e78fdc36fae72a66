using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Architecture.Tests;

/// <summary>House rules that no analyzer knows.</summary>
public sealed partial class StyleTests
{
    private const int LongestFile = 250;

    private static readonly string[] EmptyNames = ["Manager", "Helper", "Helpers", "Util", "Utils", "Utility"];

    // The checks before a change lands have no run of the analyzers but the build's.
    [Theory]
    [InlineData("TreatWarningsAsErrors")]
    [InlineData("EnforceCodeStyleInBuild")]
    [InlineData("GenerateDocumentationFile")]
    public void The_build_refuses_what_the_analyzers_find(string property)
    {
        var set = XDocument.Load(Path.Combine(Repository.Root, "lib", "Directory.Build.props")).Descendants(property);

        Assert.Equal("true", Assert.Single(set).Value);
        Assert.All(Repository.Projects(), project => Assert.Empty(XDocument.Load(project).Descendants(property)));
    }

    [Fact]
    public void No_source_file_is_longer_than_one_idea()
    {
        var tooLong =
            from path in Repository.Sources()
            let lines = File.ReadLines(path).Count()
            where lines > LongestFile
            select $"{Repository.Relative(path)}: {lines} lines";

        Assert.Empty(tooLong);
    }

    // What the mobile SDK calls a thing, a lesson calls it, too.
    private static readonly string[] NamesOfTheSdk = ["HaapiTokenManager"];

    [Fact]
    public void No_type_has_a_name_that_says_nothing()
    {
        var empty =
            from path in Repository.Sources()
            let name = Path.GetFileNameWithoutExtension(path)
            where !NamesOfTheSdk.Contains(name.Split('.')[0])
            where EmptyNames.Any(word => name.EndsWith(word, StringComparison.Ordinal))
            select Repository.Relative(path);

        Assert.Empty(empty);
    }

    // Who looks for a colour finds every one in the palette, and beside it what is half transparent.
    [Fact]
    public void No_view_has_a_colour_that_is_not_in_the_palette()
    {
        var elsewhere =
            from path in Repository.Sources()
            let file = Repository.Relative(path)
            where file.StartsWith("lib/ClientAuth.Visuals/", StringComparison.Ordinal)
            where !file.StartsWith("lib/ClientAuth.Visuals/Colors/", StringComparison.Ordinal)
            from Match color in QuotedColor.Matches(File.ReadAllText(path))
            select $"{file}: {color.Value}";

        Assert.Empty(elsewhere);
    }

    [GeneratedRegex("\"#[0-9a-fA-F]{6}\"|#[0-9a-fA-F]{6}[;)]")]
    private static partial Regex QuotedColor { get; }

    [Fact]
    public void No_source_names_a_path_of_one_machine()
    {
        string[] roots = ["/ho" + "me/", "/Us" + "ers/", "/ro" + "ot/", "C:\\Us" + "ers"];

        var named =
            from path in Repository.Sources()
            where roots.Any(root => File.ReadAllText(path).Contains(root, StringComparison.Ordinal))
            select Repository.Relative(path);

        Assert.Empty(named);
    }
}
