using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace NotebookEngine.Kernel.Wire;

/// <summary>The header of a message: its type, its id, and its bytes on the wire.</summary>
/// <param name="Type">Such as <c>execute_request</c>.</param>
/// <param name="Id">Unique for ever.</param>
/// <param name="Json">The header as it stands on the wire, members that this kernel does not know among them: a reply echoes it.</param>
internal sealed record MessageHeader(string Type, string Id, byte[] Json)
{
    /// <summary>Of the protocol. 5.3 added the interrupt message, 5.4 moved shutdown to the control channel.</summary>
    internal const string ProtocolVersion = "5.4";

    internal static MessageHeader Create(string type, string session, TimeProvider clock)
    {
        var id = Guid.NewGuid().ToString("N");
        var json = new JsonObject
        {
            ["msg_id"] = id,
            ["session"] = session,
            ["username"] = "kernel",
            ["date"] = clock.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture),
            ["msg_type"] = type,
            ["version"] = ProtocolVersion,
        };
        return new MessageHeader(type, id, JsonSerializer.SerializeToUtf8Bytes(json));
    }

    /// <summary>Null where a member is missing that a message cannot do without.</summary>
    /// <param name="json">The header as it was read.</param>
    /// <param name="bytes">The same as it came.</param>
    /// <exception cref="InvalidOperationException">A member holds half a character.</exception>
    internal static MessageHeader? From(JsonObject json, byte[] bytes) =>
        Text(json, "msg_type") is { Length: > 0 } type && Text(json, "msg_id") is { Length: > 0 } id
            ? new MessageHeader(type, id, bytes)
            : null;

    private static string? Text(JsonObject json, string name) =>
        json[name] is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;
}
