using System.Text.Json;
using System.Text.RegularExpressions;
using ClientAuth.MockServer.Standalone.Tests.Processes;

namespace ClientAuth.MockServer.Standalone.Tests;

/// <summary>A proxy in the environment, as companies name theirs: what the server prints and README says goes past it.</summary>
public sealed partial class ProxyTests(RunningServer running)
{
    [Fact]
    public async Task The_announced_command_asks_the_server_and_no_proxy()
    {
        RequireShell("sh", "curl");
        await using var proxy = new ProxyTrap();
        var command = running.Process.Announcement.Single(line => line.StartsWith("curl ", StringComparison.Ordinal));

        var result = await ExternalTool.RunAsync("sh", ["-c", command], environment: proxy.Environment);

        Assert.Equal(0, proxy.Connections);
        Assert.Equal("Bearer", JsonElement.Parse(result.Succeeded()).GetProperty("token_type").GetString());
    }

    [Fact]
    public async Task The_commands_of_README_ask_the_server_and_no_proxy()
    {
        RequireShell("bash", "curl", "jq");
        using var folder = new TemporaryFolder();
        await using var server = await StandaloneProcess.StartAsync("--lab", "--manifest", folder.File("server.json"));
        await using var proxy = new ProxyTrap();

        foreach (var commands in CommandsOfReadme())
        {
            var result = await ExternalTool.RunAsync(
                "bash",
                ["-c", $"set -e; cd \"$0\"\n{commands}", folder.Path],
                environment: proxy.Environment
            );

            Assert.Equal(0, proxy.Connections);
            result.Succeeded();
            Assert.DoesNotContain("\"error\"", result.Text, StringComparison.Ordinal);
        }
    }

    // For bash; PowerShell's begin with a variable.
    private static List<string> CommandsOfReadme()
    {
        var readme = File.ReadAllText(
            Path.Combine(Path.GetDirectoryName(DefaultFiles.Find(AppContext.BaseDirectory)!.Certificates)!, "README.md")
        );
        var commands = Block()
            .Matches(readme)
            .Select(block => block.Groups["text"].Value)
            .Where(text => text.Contains("curl ", StringComparison.Ordinal) && text[0] != '$')
            .ToList();
        Assert.Equal(2, commands.Count);
        return commands;
    }

    private static void RequireShell(params IEnumerable<string> programs)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Needs a POSIX shell.");
        foreach (var program in programs.Where(program => !RequiredTools.IsThere(program)))
        {
            RequiredTools.Missing($"{program} is not installed here, and the commands need it.");
        }
    }

    [GeneratedRegex(@"^```\r?\n(?<text>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();
}
