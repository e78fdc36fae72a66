using System.Text.Json;
using System.Text.Json.Nodes;

namespace NotebookEngine.Kernel.Requests;

/// <summary>A request's content, read member by member: what is there must be of the right kind.</summary>
internal sealed class RequestContent(JsonObject json)
{
    /// <exception cref="MalformedRequestException">It is missing or no string.</exception>
    internal string Text(string name) =>
        json[name] is JsonValue value && value.GetValueKind() == JsonValueKind.String
            ? value.GetValue<string>()
            : throw new MalformedRequestException($"'{name}' must be a string");

    /// <exception cref="MalformedRequestException">It is there, but neither true nor false.</exception>
    internal bool Flag(string name, bool otherwise) =>
        json[name] is not { } value
            ? otherwise
            : value.GetValueKind() switch
            {
                JsonValueKind.True => true,
                JsonValueKind.False => false,
                _ => throw new MalformedRequestException($"'{name}' must be true or false"),
            };

    /// <exception cref="MalformedRequestException">It is missing or no whole number.</exception>
    internal int Number(string name) =>
        json[name] is JsonValue value && value.TryGetValue<int>(out var number)
            ? number
            : throw new MalformedRequestException($"'{name}' must be a whole number");
}
