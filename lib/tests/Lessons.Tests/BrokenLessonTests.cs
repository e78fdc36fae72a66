using System.Text.Json;
using System.Text.Json.Nodes;
using NotebookEngine.Running;

namespace Lessons.Tests;

/// <summary>What the main job says when a lesson is broken, seen from outside as a build server sees it.</summary>
public sealed class BrokenLessonTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("broken-lesson-");

    [Fact]
    public async Task A_cell_that_throws_is_named_with_notebook_cell_and_line()
    {
        var broken = Break(
            "01-client-secret.ipynb",
            "build-header",
            "var half = 1;\nthrow new Exception(\"on purpose\");\n"
        );

        var run = await RunEngineAsync("run", broken);

        Assert.Equal(1, run.ExitCode);
        var lines = run.Output.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        Assert.Equal("0 passed, 1 failed", lines[^1]);
        var report = Assert.Single(
            lines,
            line =>
                line.Contains("build-header", StringComparison.Ordinal)
                && line.Contains("line 2", StringComparison.Ordinal)
        );
        Assert.Contains("01-client-secret", report, StringComparison.Ordinal);
        Assert.Contains("on purpose", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_half_written_lesson_is_named_and_left_as_it_is()
    {
        var text = File.ReadAllText(Checkout.PathOf("01-client-secret.ipynb"));
        var half = Path.Combine(_folder.FullName, "01-client-secret.ipynb");
        File.WriteAllText(half, text[..(text.Length / 2)]);

        var run = await RunEngineAsync("run", half);

        Assert.Equal(4, run.ExitCode);
        Assert.Contains("01-client-secret", run.Output, StringComparison.Ordinal);
        Assert.EndsWith("0 passed, 1 failed", run.Output.TrimEnd(), StringComparison.Ordinal);
        Assert.Equal(text[..(text.Length / 2)], File.ReadAllText(half));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    /// <summary>A copy of a lesson elsewhere, one cell changed; it still loads the library that was built here.</summary>
    private string Break(string lesson, string cellId, string source)
    {
        var library = JsonEncodedText.Encode(Path.Combine(Checkout.Root, "lib", "bin")).ToString();
        var text = File.ReadAllText(Checkout.PathOf(lesson)).Replace("../lib/bin", library, StringComparison.Ordinal);
        var json = JsonNode.Parse(text)!;
        json["cells"]!.AsArray().Single(cell => (string?)cell!["id"] == cellId)!["source"] = source;
        var path = Path.Combine(_folder.FullName, lesson);
        File.WriteAllText(path, json.ToJsonString());
        return path;
    }

    private static Task<ChildProcess> RunEngineAsync(params string[] arguments) =>
        ChildProcess.RunAsync("dotnet", [typeof(NotebookRunner).Assembly.Location, .. arguments]);
}
