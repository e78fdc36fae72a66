using System.Text.Json.Nodes;
using NotebookEngine.Learners;
using NotebookEngine.Running;

namespace Lessons.Tests;

/// <summary>
/// The lab that lessons load writes a learner's file, and the engine reads it, each with code of its own: two processes solve an
/// exercise at once, as two kernels do, the engine takes one of them back, and the lab shows what is left.
/// </summary>
public sealed class ProgressConventionTests : IDisposable
{
    private const string FailingCheck = """
        await lab.Exercises.FailingCheck.CheckAsync("");
        await lab.Exercises.FailingCheck.CheckAsync("scope.allowed")
        """;

    private const string BasicHeader = """
        Func<string, string> Encoded = text => Uri.EscapeDataString(text).Replace("%20", "+");
        Func<string, string, string> header = (id, secret) =>
            "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Encoded(id)}:{Encoded(secret)}"));
        await lab.Exercises.BasicHeader.CheckAsync(header)
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("progress-");

    private string Progress => Path.Combine(_folder.FullName, "own", "progress.json");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task What_one_side_writes_the_other_reads()
    {
        var shown = await Task.WhenAll(ShownByAsync("first", FailingCheck), ShownByAsync("second", BasicHeader));

        Assert.All(shown, text => Assert.Contains("solved", text, StringComparison.Ordinal));
        Assert.All(shown, text => Assert.Matches(@"Progress: [12] of \d+; next: ", text));
        Assert.Equal(
            [
                ("client-authentication", "00-start-here", "exercise"),
                ("client-authentication", "01-client-secret", "exercise"),
            ],
            ProgressReader
                .Read(Progress)
                .Select(exercise => (exercise.Collection, exercise.Lesson, exercise.Exercise))
                .Order()
        );

        Assert.Equal("reset: 01-client-secret/exercise\n", await EngineAsync("progress", "reset", "01"));

        var status = await EngineAsync("progress");
        var count = status.Split("solved: 1 of ")[1].Split('\n')[0];
        Assert.Contains(
            "next:   cell 'exercise-2' of notebooks/00-start-here.ipynb\n",
            status,
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            $"Your progress: 1 of {count} exercises solved\nNext: 00-start-here, cell exercise-2\n",
            await ShownByAsync("third", "lab.Progress()"),
            StringComparison.Ordinal
        );
    }

    // The plain text that the last cell shows.
    private async Task<string> ShownByAsync(string name, string source)
    {
        var notebook = Path.Combine(_folder.FullName, $"{name}.ipynb");
        await File.WriteAllTextAsync(notebook, Notebook(source), TestContext.Current.CancellationToken);
        await EngineAsync("run", notebook, "--out", Path.Combine(_folder.FullName, "executed"));
        var executed = JsonNode.Parse(
            await File.ReadAllTextAsync(
                Path.Combine(_folder.FullName, "executed", $"{name}.ipynb"),
                TestContext.Current.CancellationToken
            )
        )!;
        return string.Concat(
            executed["cells"]![1]!["outputs"]![0]!["data"]!["text/plain"]!.AsArray().Select(line => (string)line!)
        );
    }

    private async Task<string> EngineAsync(params string[] arguments)
    {
        var process = await ChildProcess.RunAsync(
            "dotnet",
            [typeof(NotebookRunner).Assembly.Location, .. arguments],
            Checkout.Root,
            ("NOTEBOOK_PROGRESS", Progress)
        );
        Assert.True(process.ExitCode == 0, process.Output + process.Errors);
        return process.Output.ReplaceLineEndings("\n");
    }

    private static string Notebook(string source) =>
        new JsonObject
        {
            ["cells"] = new JsonArray(
                Cell(
                    "open",
                    $"""
                    #r "{Path.Combine(Checkout.Root, "lib", "bin", "ClientAuth.Lab.dll").Replace('\\', '/')}"
                    using System.Text; using ClientAuth.Lab;
                    var lab = await LessonLab.OpenAsync();
                    """
                ),
                Cell("solve", source),
                Cell("close", "await lab.DisposeAsync();")
            ),
            ["metadata"] = new JsonObject
            {
                ["kernelspec"] = new JsonObject
                {
                    ["display_name"] = ".NET (C#)",
                    ["language"] = "C#",
                    ["name"] = ".net-csharp",
                },
            },
            ["nbformat"] = 4,
            ["nbformat_minor"] = 5,
        }.ToJsonString();

    private static JsonObject Cell(string id, string source) =>
        new()
        {
            ["cell_type"] = "code",
            ["execution_count"] = null,
            ["id"] = id,
            ["metadata"] = new JsonObject(),
            ["outputs"] = new JsonArray(),
            ["source"] = source,
        };
}
