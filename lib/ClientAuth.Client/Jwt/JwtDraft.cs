using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ClientAuth.Client.Jwt;

/// <summary>Header and claims of a JWT before it is signed. Immutable: each <c>With</c> gives a changed copy.</summary>
internal sealed class JwtDraft(JsonObject header, JsonObject claims)
{
    // Writes '+' and non-ASCII letters as they are: the JSON is to be read, and never stands inside HTML unescaped.
    private static readonly JsonWriterOptions Readable = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private const int UsualLength = 512;

    public string HeaderJson => Write(header);

    public string ClaimsJson => Write(claims);

    public JwtDraft WithHeader(string name, JsonNode? value) => new(Set(header, name, value), claims);

    public JwtDraft WithoutHeader(string name) => new(Remove(header, name), claims);

    public JwtDraft WithClaim(string name, JsonNode? value) => new(header, Set(claims, name, value));

    public JwtDraft WithoutClaim(string name) => new(header, Remove(claims, name));

    private static JsonObject Set(JsonObject original, string name, JsonNode? value)
    {
        var copy = original.DeepClone().AsObject();
        copy[name] = value?.DeepClone();
        return copy;
    }

    private static JsonObject Remove(JsonObject original, string name)
    {
        var copy = original.DeepClone().AsObject();
        copy.Remove(name);
        return copy;
    }

    private static string Write(JsonObject json)
    {
        var buffer = new ArrayBufferWriter<byte>(UsualLength);
        using (var writer = new Utf8JsonWriter(buffer, Readable))
        {
            json.WriteTo(writer);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
