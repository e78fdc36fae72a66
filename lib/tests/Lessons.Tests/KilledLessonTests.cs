using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.Json.Nodes;
using NotebookEngine.Notebooks;
using NotebookEngine.Running;

namespace Lessons.Tests;

/// <summary>What becomes of a lab's keys when the lesson never reaches its last cell.</summary>
public sealed class KilledLessonTests(Engine engine) : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("killed-lesson-");

    [Fact]
    public async Task The_next_lab_removes_the_keys_of_one_that_was_killed()
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Limit);
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var lesson = Write(
            "killed.ipynb",
            $$"""
            var lab = await ClientAuth.Lab.LessonLab.OpenAsync();
            System.IO.File.WriteAllText(lab.KeyFile("key.pem"), "a key");
            var teller = new System.Net.Sockets.TcpClient("127.0.0.1", {{((IPEndPoint)listener.LocalEndpoint).Port}});
            var writer = new System.IO.StreamWriter(teller.GetStream()) { AutoFlush = true };
            writer.WriteLine(lab.KeyFile("key.pem"));
            await System.Threading.Tasks.Task.Delay(-1);
            """
        );
        using var process = Process.Start(
            new ProcessStartInfo(
                "dotnet",
                [typeof(NotebookRunner).Assembly.Location, "run", lesson, "--cell-timeout", "600"]
            )
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        string key;
        try
        {
            using var connection = await listener.AcceptTcpClientAsync(limit.Token);
            using var told = new StreamReader(connection.GetStream());
            key = (await told.ReadLineAsync(limit.Token))!;
            Assert.Equal(Path.Combine(Checkout.Root, "certs"), Path.GetDirectoryName(Path.GetDirectoryName(key)));

            await RunAsync("while-it-lives.ipynb");
            Assert.Equal("a key", await File.ReadAllTextAsync(key, limit.Token));
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync(CancellationToken.None);
        }

        await RunAsync("afterwards.ipynb");

        // A lab of another test may have been faster and be at it still.
        while (Directory.Exists(Path.GetDirectoryName(key)) || File.Exists(Path.GetDirectoryName(key) + ".lock"))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), limit.Token);
        }
    }

    [Fact]
    public async Task A_lesson_that_fails_in_the_middle_takes_its_keys_along()
    {
        var told = JsonEncodedText.Encode(Path.Combine(_folder.FullName, "told.txt"));
        var lesson = Write(
            "failing.ipynb",
            $"""
            var lab = await ClientAuth.Lab.LessonLab.OpenAsync();
            System.IO.File.WriteAllText(lab.KeyFile("key.pem"), "a key");
            System.IO.File.WriteAllText("{told}", lab.KeyFile("key.pem"));
            throw new System.Exception("before the lab is closed");
            """
        );

        var run = await ChildProcess.RunAsync("dotnet", [typeof(NotebookRunner).Assembly.Location, "run", lesson]);

        Assert.Contains("before the lab is closed", run.Output, StringComparison.Ordinal);
        var key = await File.ReadAllTextAsync(
            Path.Combine(_folder.FullName, "told.txt"),
            TestContext.Current.CancellationToken
        );
        Assert.False(Directory.Exists(Path.GetDirectoryName(key)));
        Assert.False(File.Exists(Path.GetDirectoryName(key) + ".lock"));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private async Task RunAsync(string name)
    {
        var path = Write(name, "var lab = await ClientAuth.Lab.LessonLab.OpenAsync();\nawait lab.DisposeAsync();");
        // As if it stood among the lessons: notebooks of other folders wait until no lesson is running.
        var result = await engine.RunAsync(Notebook.Read(path) with { Path = Checkout.PathOf(name) });
        Assert.Equal(NotebookOutcome.Passed, result.Outcome);
    }

    private string Write(string name, string source)
    {
        var notebook = JsonNode.Parse(File.ReadAllText(Checkout.PathOf("00-start-here.ipynb")))!;
        var cell = notebook["cells"]!.AsArray().First(cell => (string?)cell!["cell_type"] == "code")!.DeepClone();
        cell["source"] = $"#r \"{Path.Combine(Checkout.Root, "lib", "bin", "ClientAuth.Lab.dll")}\"\n{source}";
        notebook["cells"] = new JsonArray(cell);
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, notebook.ToJsonString());
        return path;
    }
}
