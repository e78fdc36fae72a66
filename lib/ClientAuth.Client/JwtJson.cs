using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ClientAuth.Client;

/// <summary>Header or claims of a JWT before it is signed, changed by copy.</summary>
internal static class JwtJson
{
    // Writes '+' and non-ASCII letters as they are: the JSON is to be read, and never stands inside HTML unescaped.
    private static readonly JsonWriterOptions Readable = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static JsonObject Set(JsonObject original, string name, JsonNode? value)
    {
        var copy = original.DeepClone().AsObject();
        copy[name] = value?.DeepClone();
        return copy;
    }

    public static JsonObject Remove(JsonObject original, string name)
    {
        var copy = original.DeepClone().AsObject();
        copy.Remove(name);
        return copy;
    }

    public static string Write(JsonObject json)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, Readable))
        {
            json.WriteTo(writer);
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }
}
