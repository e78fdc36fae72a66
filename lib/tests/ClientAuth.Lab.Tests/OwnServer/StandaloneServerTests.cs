using System.Diagnostics;
using ClientAuth.Lab.OwnServer;

namespace ClientAuth.Lab.Tests.OwnServer;

/// <summary>Without settings it is this project's server, in a process of its own.</summary>
public sealed class StandaloneServerTests
{
    [Fact]
    public async Task It_is_asked_without_more_ado_answers_as_the_lab_and_ends_with_the_lab()
    {
        var lab = await LessonLab.OpenAsync();
        YourServer yours;
        string manifest;
        await using (lab)
        {
            yours = await lab.YourServerAsync(settings: null, TestContext.Current.CancellationToken);
            Assert.Same(yours, await lab.YourServerAsync(settings: null, TestContext.Current.CancellationToken));
            Assert.NotEqual(Environment.ProcessId, yours.ProcessId);
            manifest = yours.ManifestPath!;
            Assert.True(File.Exists(manifest));

            var asked = await Asked.RunAsync(yours, lab, sendTo: "", credentialsTo: () => "");

            Assert.Empty(asked.Comparison.Findings);
            Assert.All(asked.Comparison.Rows, row => Assert.Equal(row.Labs.ToString(), row.Yours.ToString()));
            // One for discovery, six good ones, fourteen mistakes.
            Assert.Equal(21, yours.Sent);
            Assert.Contains(
                "each answered as it must be",
                $"{await yours.TestAsync("algorithms-and-keys", "private_key_jwt")}",
                StringComparison.Ordinal
            );
            var secrets = Directory.GetFiles(Path.GetDirectoryName(manifest)!, "*.txt", SearchOption.AllDirectories);
            Assert.NotEmpty(secrets);
            var shown = string.Join('\n', asked.Shown);
            Assert.All(secrets, file => Assert.DoesNotContain(File.ReadAllText(file), shown, StringComparison.Ordinal));
            Assert.DoesNotContain(Path.GetDirectoryName(manifest)!, shown, StringComparison.Ordinal);
        }

        Assert.True(yours.HasEnded);
        Assert.False(Directory.Exists(Path.GetDirectoryName(manifest)));
        Assert.ThrowsAny<Exception>(() => Process.GetProcessById(yours.ProcessId!.Value));
    }
}
