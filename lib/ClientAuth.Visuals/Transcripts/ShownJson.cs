using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using ClientAuth.Protocol;

namespace ClientAuth.Visuals.Transcripts;

/// <summary>JSON indented for reading, its credentials shortened at every depth.</summary>
internal static class ShownJson
{
    private static readonly JsonWriterOptions Indented = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    /// <summary>The shown form, or null where the text is not JSON.</summary>
    public static string? TryRender(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            using var bytes = new MemoryStream();
            using (var writer = new Utf8JsonWriter(bytes, Indented))
            {
                Write(writer, document.RootElement);
            }

            return Encoding.UTF8.GetString(bytes.ToArray());
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or ArgumentException)
        {
            // The last two: half a surrogate pair, as an escape or as it is, has no text form.
            return null;
        }
    }

    private static void Write(Utf8JsonWriter writer, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                WriteObject(writer, value);
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in value.EnumerateArray())
                {
                    Write(writer, item);
                }

                writer.WriteEndArray();
                break;
            case JsonValueKind.String:
                writer.WriteStringValue(Shortened.Public(value.GetString()!));
                break;
            default:
                value.WriteTo(writer);
                break;
        }
    }

    private static void WriteObject(Utf8JsonWriter writer, JsonElement value)
    {
        writer.WriteStartObject();
        foreach (var member in value.EnumerateObject())
        {
            writer.WritePropertyName(member.Name);
            if (CredentialNames.IsMember(member.Name))
            {
                writer.WriteStringValue(Credential(member));
            }
            else
            {
                Write(writer, member.Value);
            }
        }

        writer.WriteEndObject();
    }

    private static string Credential(JsonProperty member) =>
        Shortened.Member(
            member.Name,
            member.Value.ValueKind == JsonValueKind.String ? member.Value.GetString()! : member.Value.GetRawText()
        );
}
