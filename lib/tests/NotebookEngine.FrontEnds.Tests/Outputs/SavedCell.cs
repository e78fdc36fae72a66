using System.Text.Json.Nodes;

namespace NotebookEngine.FrontEnds.Tests.Outputs;

/// <summary>A code cell as a front end has saved it, adjoining pieces of one stream put together.</summary>
internal sealed record SavedCell(string Id, int? ExecutionCount, IReadOnlyList<SavedOutput> Outputs)
{
    public static SavedCell Read(JsonObject cell)
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

        return new SavedCell(cell["id"]!.GetValue<string>(), (int?)cell["execution_count"], outputs);
    }
}
