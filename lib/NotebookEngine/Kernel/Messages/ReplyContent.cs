using System.Text.Json.Nodes;
using NotebookEngine.Outputs;

namespace NotebookEngine.Kernel.Messages;

/// <summary>What the contents of replies have in common.</summary>
internal static class ReplyContent
{
    internal static JsonObject Ok() => new() { ["status"] = "ok" };

    /// <summary>A value in each of its MIME types; null is shown as text.</summary>
    internal static JsonObject Value(MimeBundle? value) =>
        new()
        {
            ["status"] = "ok",
            ["data"] = value?.ToJson() ?? new JsonObject { ["text/plain"] = "null" },
            ["metadata"] = new JsonObject(),
        };

    internal static JsonObject Error(CellOutput.Failed failure)
    {
        var content = OutputJson.ForMessage(failure, executionCount: null);
        content["status"] = "error";
        return content;
    }
}
