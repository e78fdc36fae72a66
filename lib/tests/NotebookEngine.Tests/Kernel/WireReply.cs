using System.Text.Json.Nodes;

namespace NotebookEngine.Tests.Kernel;

/// <summary>A message that a kernel sent.</summary>
internal sealed record WireReply(JsonObject Header, JsonObject Parent, JsonObject Content)
{
    internal string Type => Header["msg_type"]!.GetValue<string>();

    internal string? ParentId => Parent["msg_id"]?.GetValue<string>();

    internal string Status => Content["status"]!.GetValue<string>();

    internal bool IsIdle => ToString() == "idle";

    /// <summary>The message in a few words, so that a sequence of them reads as a list.</summary>
    public override string ToString() =>
        Type switch
        {
            "status" => Text("execution_state"),
            "execute_input" => $"input {Content["execution_count"]}",
            "stream" => $"{Text("name")}: {Text("text")}",
            "display_data" => $"shown: {Plain}",
            "update_display_data" => $"updated: {Plain}",
            "execute_result" => $"value {Content["execution_count"]}: {Plain}",
            "error" => $"error: {Text("ename")}: {Text("evalue")}",
            _ => Type,
        };

    private string Plain => Content["data"]!["text/plain"]!.GetValue<string>();

    private string Text(string name) => Content[name]!.GetValue<string>();
}
