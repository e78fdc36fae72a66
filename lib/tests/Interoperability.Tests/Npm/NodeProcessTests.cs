using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Interoperability.Tests.Npm;

/// <summary>A script ends with the test that has started it.</summary>
public sealed class NodeProcessTests
{
    [Fact]
    public async Task A_script_ends_when_its_input_ends()
    {
        var process = await NodeProcess.StartAsync(
            $"{NpmFolder.Oauth4WebApi}.mjs",
            new JsonObject { ["issuer"] = "https://localhost" }
        );
        var id = process.Id;

        await process.DisposeAsync();

        Assert.Throws<ArgumentException>(() => Process.GetProcessById(id));
    }

    [Fact]
    public async Task A_failure_of_a_script_is_told_with_its_words()
    {
        await using var process = await NodeProcess.StartAsync(
            $"{NpmFolder.Oauth4WebApi}.mjs",
            new JsonObject { ["issuer"] = "https://localhost" }
        );

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => process.AskAsync([]));

        Assert.StartsWith("TypeError: ", error.Message, StringComparison.Ordinal);
    }
}
