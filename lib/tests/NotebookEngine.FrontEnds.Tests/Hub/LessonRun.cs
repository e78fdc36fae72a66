using System.Text.Json.Nodes;

namespace NotebookEngine.FrontEnds.Tests.Hub;

/// <summary>A lesson that a learner runs from top to bottom and saves, as the page of a notebook does it.</summary>
internal static class LessonRun
{
    /// <param name="learner">Whose server is running.</param>
    /// <param name="notebook">The lesson's path there.</param>
    /// <param name="answers">What the learner writes in place of a cell's text, by the cell's id.</param>
    /// <returns>The lesson as the server has saved it.</returns>
    public static async Task<JsonNode> RunAsync(
        Learner learner,
        string notebook,
        IReadOnlyDictionary<string, string> answers
    )
    {
        var lesson = await learner.ReadAsync(notebook);
        await using var kernel = await learner.OpenAsync(notebook);
        var count = 0;
        foreach (var cell in lesson["cells"]!.AsArray().Where(cell => (string?)cell!["cell_type"] == "code"))
        {
            var code = answers.GetValueOrDefault((string)cell!["id"]!) ?? (string)cell["source"]!;
            cell["source"] = code;
            cell["outputs"] = await kernel.ExecuteAsync(code);
            cell["execution_count"] = ++count;
        }

        await learner.SaveAsync(notebook, lesson);
        return await learner.ReadAsync(notebook);
    }

    /// <summary>The outputs of a cell, as text.</summary>
    public static string OutputsOf(JsonNode lesson, string cell) =>
        lesson["cells"]!.AsArray().Single(one => (string?)one!["id"] == cell)!["outputs"]!.ToJsonString();
}
