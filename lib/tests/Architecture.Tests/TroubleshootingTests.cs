using System.Text.Json;
using System.Text.RegularExpressions;

namespace Architecture.Tests;

/// <summary>The page of messages: what it quotes of ours is still said, and what it tells people to type is there.</summary>
public sealed partial class TroubleshootingTests
{
    private const int TooShortToProve = 10;

    private static string Page => File.ReadAllText(Path.Combine(Repository.Root, "notebooks", "TROUBLESHOOTING.md"));

    /// <summary>Heading, and the folders of lib/ whose code says it.</summary>
    public static TheoryData<string, string> OwnMessages =>
        [
            .. from @group in Group().Matches(Page)
            from message in Message().Matches(@group.Groups["body"].Value)
            select (message.Groups["text"].Value, @group.Groups["folders"].Value),
        ];

    [Theory]
    [MemberData(nameof(OwnMessages))]
    public void A_message_of_ours_is_still_said(string message, string folders)
    {
        var said = string.Concat(folders.Split(' ').SelectMany(Sources).Select(TextsJoined));
        var fragments = message.Split('…').Where(fragment => fragment.Length >= TooShortToProve).ToList();

        Assert.NotEmpty(fragments);
        Assert.All(fragments, fragment => Assert.Contains(fragment.Trim(), said, StringComparison.Ordinal));
    }

    [Fact]
    public void Each_message_has_one_entry()
    {
        var entries = Message().Matches(Page).Select(message => message.Groups["text"].Value).ToList();

        Assert.NotEmpty(OwnMessages);
        Assert.Equal(entries.Distinct(), entries);
    }

    [Theory]
    [InlineData("README.md")]
    [InlineData("lib/README.md")]
    [InlineData("notebooks/README.md")]
    [InlineData("notebooks/TROUBLESHOOTING.md")]
    [InlineData("notebooks/FACILITATOR.md")]
    public void A_command_of_the_engine_that_a_page_names_exists(string page) =>
        Assert.Subset(
            EngineCommands.Existing.ToHashSet(),
            EngineCommands.In(File.ReadAllText(Path.Combine(Repository.Root, page))).ToHashSet()
        );

    [Theory]
    [InlineData("README.md")]
    [InlineData("notebooks/README.md")]
    public void The_page_is_found_from(string page) =>
        Assert.Contains(
            "TROUBLESHOOTING.md)",
            File.ReadAllText(Path.Combine(Repository.Root, page)),
            StringComparison.Ordinal
        );

    // Word for word as VS Code and its Jupyter extension say it.
    [Theory]
    [InlineData(
        "The .NET Interactive Notebooks Preview extension is recommended for notebooks targeting the language 'C#'"
    )]
    [InlineData("Could not execute because the specified command or file was not found.")]
    [InlineData("Your application running on port … is available.")]
    public void A_message_that_people_saw_in_VS_Code_stands_in_its_group(string message)
    {
        var group = Page[Page.IndexOf("\n## VS Code\n", StringComparison.Ordinal)..];

        Assert.Contains(
            $"\n### `{message}`\n",
            group[..group.IndexOf("\n## Jupyter", StringComparison.Ordinal)],
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void The_setting_for_completion_is_the_same_here_and_in_the_README()
    {
        var readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));

        var setting = CompletionSetting().Match(Page);
        Assert.True(setting.Success);
        Assert.Contains(setting.Value, readme, StringComparison.Ordinal);
        var settings = JsonElement.Parse($"{{{setting.Value}}}");
        Assert.Equal(
            ["."],
            settings
                .GetProperty("jupyter.completionTriggerCharacters")
                .GetProperty("csharp")
                .EnumerateArray()
                .Select(character => character.GetString())
        );
    }

    private static IEnumerable<string> Sources(string folder)
    {
        var root = Path.Combine(Repository.Root, folder) + Path.DirectorySeparatorChar;
        return Repository.Sources().Where(path => path.StartsWith(root, StringComparison.Ordinal));
    }

    // A long text is written in pieces: "one " + "two".
    private static string TextsJoined(string path) =>
        Seam().Replace(File.ReadAllText(path), "").Replace("\\\"", "\"", StringComparison.Ordinal);

    [GeneratedRegex(
        @"^<!-- said by (?<folders>[^>]+) -->\r?\n(?<body>.*?)(?=^## |\z)",
        RegexOptions.Multiline | RegexOptions.Singleline
    )]
    private static partial Regex Group();

    [GeneratedRegex(@"^### `(?<text>[^`]+)`\r?$", RegexOptions.Multiline)]
    private static partial Regex Message();

    [GeneratedRegex(@"""jupyter\.completionTriggerCharacters"": \{[^}]*\}")]
    private static partial Regex CompletionSetting();

    [GeneratedRegex(@"""\s*\+\s*\$?""")]
    private static partial Regex Seam();
}
