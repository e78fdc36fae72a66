using System.Text.Json.Nodes;
using NotebookEngine.Kernel.Requests;
using NotebookEngine.Outputs;

namespace NotebookEngine.Kernel;

/// <summary>An output of a cell as a message to everybody.</summary>
internal static class OutputMessage
{
    internal static void Publish(KernelRequest request, CellOutput output, int executionCount) =>
        request.Publish(TypeOf(output), Content(output, executionCount));

    // An update is no output of its own: notebooks keep what it has changed.
    private static string TypeOf(CellOutput output) =>
        output is CellOutput.Updated ? "update_display_data" : output.OutputType;

    private static JsonObject Content(CellOutput output, int executionCount) =>
        output switch
        {
            CellOutput.Printed printed => new JsonObject { ["name"] = printed.To, ["text"] = printed.Text },
            CellOutput.Displayed displayed => new JsonObject
            {
                ["data"] = displayed.Data.ToJson(),
                ["metadata"] = new JsonObject(),
                ["transient"] = new JsonObject { ["display_id"] = displayed.Id },
            },
            CellOutput.Updated updated => new JsonObject
            {
                ["data"] = updated.Data.ToJson(),
                ["metadata"] = new JsonObject(),
                ["transient"] = new JsonObject { ["display_id"] = updated.DisplayId },
            },
            CellOutput.Returned returned => new JsonObject
            {
                ["data"] = returned.Data.ToJson(),
                ["metadata"] = new JsonObject(),
                ["execution_count"] = executionCount,
            },
            CellOutput.Failed failed => new JsonObject
            {
                ["ename"] = failed.Name,
                ["evalue"] = failed.Message,
                ["traceback"] = new JsonArray([.. failed.Traceback.Select(line => (JsonNode)line)]),
            },
            _ => throw new System.Diagnostics.UnreachableException(),
        };
}
