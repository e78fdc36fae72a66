using System.Text.Json;
using System.Text.RegularExpressions;

namespace Architecture.Tests;

/// <summary>What editors and containers read: it parses, and names nothing that is not there.</summary>
public sealed partial class EditorFilesTests
{
    // Comments and trailing commas, as the editors allow them.
    private static readonly JsonDocumentOptions Jsonc = new()
    {
        CommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        AllowDuplicateProperties = false,
    };

    public static TheoryData<string> Files =>
        [
            .. new[] { ".vscode", ".devcontainer" }
                .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Repository.Root, folder)))
                .Select(Repository.Relative),
        ];

    private static JsonElement Container => Read(".devcontainer/devcontainer.json");

    private static JsonElement Settings => Read(".vscode/settings.json");

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_file_is_one_object(string file) => Assert.Equal(JsonValueKind.Object, Read(file).ValueKind);

    [Fact]
    public void Container_builds_and_installs_what_is_there()
    {
        var command = Container.GetProperty("postCreateCommand").GetString()!;

        var projects = Project().Matches(command).Select(match => match.Groups["path"].Value).ToList();
        Assert.Equal(["lib/NotebookEngine", "lib/NotebookEngine"], projects);
        Assert.All(projects, project => Assert.NotEmpty(Directory.GetFiles(InRoot(project), "*.csproj")));
        Assert.Equal(["install"], EngineCommands.In(command));
        Assert.Contains("install", EngineCommands.Existing);
    }

    [Fact]
    public void Container_has_the_sdk_that_the_build_asks_for()
    {
        var sdk = Read("global.json").GetProperty("sdk").GetProperty("version").GetString()!;

        Assert.Equal(
            $"mcr.microsoft.com/devcontainers/dotnet:{string.Join('.', sdk.Split('.').Take(2))}",
            Container.GetProperty("image").GetString()
        );
        Assert.NotEqual("root", Container.GetProperty("remoteUser").GetString());
    }

    [Fact]
    public void Container_opens_the_first_lesson_with_the_extension_that_is_recommended()
    {
        var customizations = Container.GetProperty("customizations");

        var opened = Texts(customizations.GetProperty("codespaces").GetProperty("openFiles"));
        Assert.Equal(["notebooks/00-start-here.ipynb"], opened);
        Assert.True(File.Exists(InRoot(opened[0])));
        var extensions = Texts(customizations.GetProperty("vscode").GetProperty("extensions"));
        Assert.Equal(["ms-toolsai.jupyter"], extensions);
        Assert.Subset(
            Texts(Read(".vscode/extensions.json").GetProperty("recommendations")).ToHashSet(),
            extensions.ToHashSet()
        );
    }

    [Fact]
    public void A_lesson_opens_in_the_notebook_editor_of_the_extension() =>
        Assert.Equal(
            "jupyter-notebook",
            Settings.GetProperty("workbench.editorAssociations").GetProperty("*.ipynb").GetString()
        );

    [Fact]
    public void Settings_name_the_solution_and_what_the_build_makes()
    {
        Assert.True(File.Exists(InRoot(Settings.GetProperty("dotnet.defaultSolution").GetString()!)));
        Assert.All(
            Settings.GetProperty("files.watcherExclude").EnumerateObject(),
            folder => Assert.True(Directory.Exists(InRoot(folder.Name.Replace("/**", "", StringComparison.Ordinal))))
        );
    }

    [Fact]
    public void A_labs_ports_raise_no_message_in_a_remote_window_nor_in_a_container()
    {
        var ports = Settings.GetProperty("remote.otherPortsAttributes");

        Assert.Equal("ignore", ports.GetProperty("onAutoForward").GetString());
        Assert.True(JsonElement.DeepEquals(ports, Container.GetProperty("otherPortsAttributes")));
    }

    /// <summary>The Jupyter extension declares it with the scope <c>application</c>: a workspace that sets it only misleads.</summary>
    [Fact]
    public void What_only_user_settings_can_set_is_not_in_the_checkouts() =>
        Assert.False(Settings.TryGetProperty("jupyter.completionTriggerCharacters", out _));

    private static JsonElement Read(string file) => JsonElement.Parse(File.ReadAllText(InRoot(file)), Jsonc);

    private static string InRoot(string path) => Path.Combine(Repository.Root, path);

    private static List<string> Texts(JsonElement list) => [.. list.EnumerateArray().Select(one => one.GetString()!)];

    [GeneratedRegex(@"(?:dotnet build|--project) (?<path>\S+)")]
    private static partial Regex Project();
}
