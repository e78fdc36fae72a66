using System.Text.Json;
using ClientAuth.MockServer.Standalone.Tests.Processes;

namespace ClientAuth.MockServer.Standalone.Tests;

/// <summary>What a person sees who starts the server.</summary>
public sealed class AnnouncementTests(RunningServer running)
{
    private readonly StandaloneProcess _server = running.Process;

    [Fact]
    public void Summary_says_where_everything_is() =>
        Assert.Equal(
            [
                $"Authorization server: {_server.Issuer}",
                $"Metadata:             {_server.Issuer}/.well-known/oauth-authorization-server",
                $"Manifest:             {_server.ManifestPath}",
                $"Keys and secrets:     {_server.RunFolder}",
            ],
            _server.Announcement.Take(4)
        );

    [Fact]
    public async Task Announced_command_gets_a_token_as_it_stands()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Needs a POSIX shell.");
        if (!RequiredTools.IsThere("curl"))
        {
            RequiredTools.Missing("curl is not installed here, and the announced command begins with it.");
        }

        var command = _server.Announcement.Single(line => line.StartsWith("curl ", StringComparison.Ordinal));

        var result = await ExternalTool.RunAsync("sh", ["-c", command]);

        Assert.Equal("Bearer", JsonElement.Parse(result.Succeeded()).GetProperty("token_type").GetString());
    }
}
