using System.Text.Json.Nodes;
using NotebookEngine.Outputs;

namespace NotebookEngine.Kernel;

/// <summary>What replies have in common.</summary>
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

    internal static JsonObject Error(string name, string message, IEnumerable<string> traceback) =>
        new()
        {
            ["status"] = "error",
            ["ename"] = name,
            ["evalue"] = message,
            ["traceback"] = new JsonArray([.. traceback.Select(line => (JsonNode)line)]),
        };
}
