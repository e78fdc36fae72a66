using System.Text.Json;
using System.Text.Json.Nodes;

namespace NotebookEngine.Kernel.Messages;

/// <summary>A request's content, read member by member: what is there must be of the right kind.</summary>
internal sealed class RequestContent(JsonObject json)
{
    /// <exception cref="MalformedRequestException">It is missing or no string.</exception>
    internal string Text(string name) => AsText(name, json[name]);

    /// <exception cref="MalformedRequestException">It is there, but no string.</exception>
    internal string Text(string name, string otherwise) => json[name] is { } value ? AsText(name, value) : otherwise;

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
        Number(name, null) ?? throw new MalformedRequestException($"'{name}' must be a whole number");

    /// <exception cref="MalformedRequestException">It is there, but no whole number.</exception>
    internal int? Number(string name, int? otherwise) =>
        json[name] switch
        {
            null => otherwise,
            JsonValue value when value.TryGetValue<int>(out var number) => number,
            _ => throw new MalformedRequestException($"'{name}' must be a whole number"),
        };

    /// <summary>The texts in an object; none where it is missing.</summary>
    /// <exception cref="MalformedRequestException">It is there, but no object, or one of its members is no string.</exception>
    internal IReadOnlyList<KeyValuePair<string, string>> Texts(string name) =>
        json[name] switch
        {
            null => [],
            JsonObject texts => [.. texts.Select(text => KeyValuePair.Create(text.Key, AsText(name, text.Value)))],
            _ => throw new MalformedRequestException($"'{name}' must be an object"),
        };

    private static string AsText(string name, JsonNode? node)
    {
        if (node is not JsonValue value || value.GetValueKind() != JsonValueKind.String)
        {
            throw new MalformedRequestException($"'{name}' must be a string");
        }

        try
        {
            return value.GetValue<string>();
        }
        catch (InvalidOperationException)
        {
            throw new MalformedRequestException($"'{name}' has half a surrogate pair in it");
        }
    }
}

/// <summary>A signed message whose content is not what its type promises; the message names the member.</summary>
internal sealed class MalformedRequestException(string message) : Exception(message);
