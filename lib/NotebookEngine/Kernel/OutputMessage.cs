using System.Text.Json.Nodes;
using NotebookEngine.Kernel.Requests;
using NotebookEngine.Outputs;

namespace NotebookEngine.Kernel;

/// <summary>An output of a cell as a message to everybody.</summary>
internal static class OutputMessage
{
    internal static void Publish(KernelRequest request, CellOutput output, int executionCount) =>
        request.Publish(output.OutputType, Content(output, executionCount));

    private static JsonObject Content(CellOutput output, int executionCount) =>
        output switch
        {
            CellOutput.Printed printed => new JsonObject { ["name"] = printed.To, ["text"] = printed.Text },
            CellOutput.Displayed displayed => new JsonObject
            {
                ["data"] = displayed.Data.ToJson(),
                ["metadata"] = new JsonObject(),
                ["transient"] = new JsonObject(),
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
