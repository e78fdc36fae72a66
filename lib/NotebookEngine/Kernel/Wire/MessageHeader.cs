using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace NotebookEngine.Kernel.Wire;

/// <summary>Who sent a message, when, and what it is.</summary>
/// <param name="Json">All members, those that this kernel does not know among them: a reply echoes them.</param>
internal sealed record MessageHeader(JsonObject Json)
{
    /// <summary>Of the protocol. 5.3 added the interrupt message, 5.4 moved shutdown to the control channel.</summary>
    internal const string ProtocolVersion = "5.4";

    internal string Type => Text("msg_type")!;

    internal string Id => Text("msg_id")!;

    internal string Session => Text("session") ?? "";

    internal static MessageHeader Create(string type, string session, TimeProvider clock) =>
        new(
            new JsonObject
            {
                ["msg_id"] = Guid.NewGuid().ToString("N"),
                ["session"] = session,
                ["username"] = "kernel",
                ["date"] = clock.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture),
                ["msg_type"] = type,
                ["version"] = ProtocolVersion,
            }
        );

    /// <summary>Null where a message cannot do without a member that is missing.</summary>
    internal static MessageHeader? From(JsonObject json)
    {
        var header = new MessageHeader(json);
        return header.Text("msg_type") is { Length: > 0 } && header.Text("msg_id") is { Length: > 0 } ? header : null;
    }

    private string? Text(string name) =>
        Json[name] is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;
}
