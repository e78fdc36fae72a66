using System.Text.Json.Nodes;

[assembly: AssemblyFixture(typeof(Lessons.DotNetInteractive.Tests.InProcess.InProcessLessons))]

namespace Lessons.DotNetInteractive.Tests.InProcess;

/// <summary>Every lesson as .NET Interactive executes it in this process, one kernel a lesson.</summary>
public sealed class InProcessLessons : IDisposable
{
    private readonly LessonQueue _queue = new(RunAsync);

    public InProcessLessons() =>
        // '#r' with a relative path starts there; front ends set it to the notebook's folder.
        Directory.SetCurrentDirectory(Checkout.Notebooks);

    /// <summary>The lesson's own cells.</summary>
    internal async Task<JsonObject> ExecuteAsync(string lesson) =>
        Part(await _queue.ExecuteAsync(lesson), solved: false);

    /// <summary>Its exercises, solved in the same kernel after all other cells.</summary>
    internal async Task<JsonObject> SolveAsync(string lesson) => Part(await _queue.ExecuteAsync(lesson), solved: true);

    public void Dispose() => _queue.Dispose();

    private static async Task<JsonObject> RunAsync(string lesson)
    {
        using var limit = TestLimit.Start();
        return await InteractiveNotebook.ExecuteAsync(
            SolvedCell.InsertInto(CodeCell.Read(lesson), lesson),
            limit.Token
        );
    }

    // Counted as if the others had not been there.
    private static JsonObject Part(JsonObject executed, bool solved)
    {
        var cells = executed["cells"]!
            .AsArray()
            .Where(cell => SolvedCell.Is((string)cell!["id"]!) == solved)
            .Select(cell => cell!.DeepClone())
            .ToArray();
        foreach (var (number, cell) in cells.Index())
        {
            cell["execution_count"] = number + 1;
        }

        return new JsonObject { ["cells"] = new JsonArray(cells) };
    }
}
