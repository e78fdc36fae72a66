using System.Text.RegularExpressions;

namespace Architecture.Tests;

/// <summary>
/// The workflow that a fork brings: it may only read, runs actions of fixed versions, and gives README's commands. Whether GitHub
/// understands it is for actionlint to say.
/// </summary>
public sealed partial class WorkflowTests
{
    private static string Workflow { get; } =
        File.ReadAllText(Path.Combine(Repository.Root, ".github", "workflows", "lessons.yml"));

    private static string Readme => File.ReadAllText(Path.Combine(Repository.Root, "README.md"));

    [Fact]
    public void Every_action_is_pinned_to_a_commit_with_its_version_or_to_an_exact_tag_with_the_reason()
    {
        var uses = Uses().Matches(Workflow).Select(match => match.Groups["action"].Value).ToList();

        Assert.NotEmpty(uses);
        Assert.All(uses, action => Assert.Matches(Pinned(), action));
    }

    [Fact]
    public void It_may_read_the_contents_and_nothing_else()
    {
        Assert.Equal(["contents: read"], Permissions().Matches(Workflow).Select(match => match.Groups["one"].Value));
        Assert.Contains("persist-credentials: false", Workflow, StringComparison.Ordinal);
        Assert.DoesNotContain("secrets.", Workflow, StringComparison.Ordinal);
        Assert.DoesNotContain("pull_request_target", Workflow, StringComparison.Ordinal);
    }

    [Fact]
    public void Three_systems_run_to_their_end_each()
    {
        Assert.Contains("system: [ubuntu-latest, windows-latest, macos-latest]", Workflow, StringComparison.Ordinal);
        Assert.Contains("fail-fast: false", Workflow, StringComparison.Ordinal);
        Assert.Matches(@"timeout-minutes: \d+\n", Workflow);
    }

    [Fact]
    public void It_gives_the_two_commands_of_the_README()
    {
        const string Lessons = "dotnet run --project lib/NotebookEngine";

        Assert.Contains($"\n{Lessons} ", Readme, StringComparison.Ordinal);
        Assert.Contains($" {Lessons} ", Workflow, StringComparison.Ordinal);
        Assert.Contains("\ndotnet test ", Readme, StringComparison.Ordinal);
        Assert.Contains(" dotnet test ", Workflow, StringComparison.Ordinal);
    }

    [Fact]
    public void Its_options_exist_and_README_recommends_the_same_command_to_other_pipelines()
    {
        var command = OneLine(LessonsCommand().Match(Workflow).Value);

        Assert.NotEmpty(Option().Matches(command));
        Assert.All(
            Option().Matches(command),
            option => Assert.Contains(option.Groups["name"].Value, EngineCommands.Options)
        );
        Assert.Contains($"\n{command}\n", Readme, StringComparison.Ordinal);
    }

    // In the workflow the command stands on two lines, folded.
    private static string OneLine(string yaml) => Space().Replace(yaml, " ");

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();

    [GeneratedRegex(@"^ +(- )?uses: (?<action>[^\r\n]+)", RegexOptions.Multiline)]
    private static partial Regex Uses();

    [GeneratedRegex(@"\A[\w-]+/[\w-]+@([0-9a-f]{40} # v\d+\.\d+\.\d+|v\d+\.\d+\.\d+ # by its tag, since .+)\z")]
    private static partial Regex Pinned();

    [GeneratedRegex(@"^ *permissions:\s+(?<one>[\w-]+: \w+)(?=\r?\n\r?\n)", RegexOptions.Multiline)]
    private static partial Regex Permissions();

    [GeneratedRegex(@"dotnet run --project lib/NotebookEngine --\s+run[^\r\n]+")]
    private static partial Regex LessonsCommand();

    [GeneratedRegex(@" (?<name>--[a-z-]{2,})")]
    private static partial Regex Option();
}
