using System.Text.Json.Nodes;

namespace NotebookEngine.Comparison;

/// <summary>A code cell as a front end has saved it, adjoining pieces of one stream put together.</summary>
internal sealed record SavedCell(string Id, int? ExecutionCount, IReadOnlyList<SavedOutput> Outputs)
{
    /// <param name="cell">As it stands in the file.</param>
    /// <param name="number">Its position, from 1: it names a cell of a file that is older than ids.</param>
    public static SavedCell Read(JsonObject cell, int number)
    {
        List<SavedOutput> outputs = [];
        foreach (var output in cell["outputs"]!.AsArray().Select(node => SavedOutput.Read(node!.AsObject())))
        {
            if (output.Continues(outputs.LastOrDefault()))
            {
                outputs[^1] = outputs[^1].Followed(output);
            }
            else
            {
                outputs.Add(output);
            }
        }

        return new SavedCell((string?)cell["id"] ?? $"cell-{number}", (int?)cell["execution_count"], outputs);
    }
}
