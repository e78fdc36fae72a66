using System.Text.Json.Nodes;

[assembly: AssemblyFixture(typeof(Lessons.DotNetInteractive.Tests.Tool.ToolLessons))]

namespace Lessons.DotNetInteractive.Tests.Tool;

/// <summary>Every lesson as <c>nbclient</c> executes it on the tool <c>dotnet-interactive</c>, one process a lesson.</summary>
public sealed class ToolLessons : IDisposable
{
    private const string Nbclient = "/usr/lib/python3/dist-packages/nbclient";
    private const int SecondsOfACell = 120;

    private readonly LessonQueue _queue = new(RunAsync);

    internal Task<JsonObject> ExecuteAsync(string lesson) => _queue.ExecuteAsync(lesson);

    public void Dispose() => _queue.Dispose();

    private static async Task<JsonObject> RunAsync(string lesson)
    {
        if (!Directory.Exists(Nbclient))
        {
            RequiredTools.Missing("python3-nbclient, as Debian names it, is not installed here.");
        }

        if (!File.Exists(Engines.Tool))
        {
            RequiredTools.Missing("The tool dotnet-interactive is not restored here: cd lib && dotnet tool restore");
        }

        using var kernel = new ToolKernel();
        var target = kernel.At(lesson);
        await using var run = RunningProgram.Start(
            // The system's: a version that a person has installed besides has other packages.
            "/usr/bin/python3",
            [
                Path.Combine(AppContext.BaseDirectory, "Tool", "execute_notebook.py"),
                Checkout.PathOf(lesson),
                target,
                SecondsOfACell.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ],
            Checkout.Notebooks,
            kernel.Environment,
            package: "python3-nbclient"
        );
        var exitCode = await run.EndAsync();
        Assert.True(File.Exists(target), $"{lesson}: exit code {exitCode}\n{run.Output}");
        var executed = JsonNode.Parse(await File.ReadAllTextAsync(target))!.AsObject();
        // A cell that fails is in the file, and a test names it. Anything else, such as a kernel that does not start, is told here.
        Assert.True(exitCode == 0 || HasError(executed), $"{lesson}: exit code {exitCode}\n{run.Output}");
        return executed;
    }

    private static bool HasError(JsonObject executed) =>
        new SavedNotebook(executed).CodeCells.Any(cell => cell.Outputs.Any(output => output.Type == "error"));
}
