using ClientAuth.MockServer.Standalone.Tests.Processes;

namespace Interoperability.Tests.Npm;

/// <summary>A script ends when its input does, also with listeners that are open, and tells its failures.</summary>
public sealed class NodeProcessTests
{
    [Fact]
    public async Task A_script_tells_a_failure_with_its_words_and_ends_by_itself()
    {
        // Both servers listen by the time that this set-up has failed: it names no clients.
        var result = await ExternalTool.RunAsync(
            "node",
            [NodeProcess.PathOf($"{NpmFolder.OidcProvider}.mjs")],
            "{}\n",
            environment: NodeProcess.Environment(NpmFolder.Required())
        );

        Assert.Equal(0, result.ExitCode);
        Assert.StartsWith("{\"failure\":\"", result.Text, StringComparison.Ordinal);
    }
}
