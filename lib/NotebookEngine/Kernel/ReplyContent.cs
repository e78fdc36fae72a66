using System.Text.Json.Nodes;

namespace NotebookEngine.Kernel;

/// <summary>What replies have in common.</summary>
internal static class ReplyContent
{
    internal static JsonObject Ok() => new() { ["status"] = "ok" };

    internal static JsonObject Error(string name, string message, IEnumerable<string> traceback) =>
        new()
        {
            ["status"] = "error",
            ["ename"] = name,
            ["evalue"] = message,
            ["traceback"] = new JsonArray([.. traceback.Select(line => (JsonNode)line)]),
        };
}
