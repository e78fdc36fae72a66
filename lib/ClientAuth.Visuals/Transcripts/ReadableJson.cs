using System.Text.Json;

namespace ClientAuth.Visuals.Transcripts;

/// <summary>JSON that a stranger may have written, as far as .NET can read it.</summary>
internal static class ReadableJson
{
    /// <summary>The text as a JSON object, or null.</summary>
    public static JsonElement? Object(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return IsReadable(document.RootElement) ? document.RootElement.Clone() : null;
        }
        catch (Exception e) when (e is JsonException or ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>The value of a string, or null; a string may hold half a character, which no .NET string can.</summary>
    public static string? Text(JsonElement value)
    {
        try
        {
            return value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    // To read every name shows whether one holds half a character: among such, none can be looked for.
    private static bool IsReadable(JsonElement root) =>
        root.ValueKind == JsonValueKind.Object && root.EnumerateObject().All(member => member.Name is not null);
}
