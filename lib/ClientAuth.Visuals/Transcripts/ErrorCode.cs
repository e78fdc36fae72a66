using System.Text.Json;

namespace ClientAuth.Visuals.Transcripts;

/// <summary>The code that OAuth answers a refusal with, in the member <c>error</c> of a JSON body (RFC 6749 §5.2).</summary>
internal static class ErrorCode
{
    /// <summary>The code, or null where the body has none.</summary>
    public static string? In(string body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return
                document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty("error", out var error)
                && error.ValueKind == JsonValueKind.String
                ? error.GetString()
                : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or ArgumentException)
        {
            // The last two: half a surrogate pair, as an escape or as it is, has no text form.
            return null;
        }
    }
}
