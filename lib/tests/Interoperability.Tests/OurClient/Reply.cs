using System.Text.Json;

namespace Interoperability.Tests.OurClient;

/// <summary>A response of an endpoint for which the library has no reader.</summary>
internal sealed record Reply(int Status, JsonElement Body)
{
    /// <summary>Status and error, for example <c>401 invalid_client</c>.</summary>
    public string Refusal =>
        $"{Status} {(Body.ValueKind is JsonValueKind.Object && Body.TryGetProperty("error", out var error) ? error.GetString() : "without an error code")}";

    public static async Task<Reply> ToAsync(HttpClient http, HttpRequestMessage message)
    {
        using var response = await http.SendAsync(message);
        var body = await response.Content.ReadAsStringAsync();
        return new Reply((int)response.StatusCode, body.Length > 0 ? JsonElement.Parse(body) : default);
    }

    /// <summary>A member of the body as text; null where it is missing.</summary>
    public string? Text(string member) =>
        Body.ValueKind is JsonValueKind.Object && Body.TryGetProperty(member, out var value) ? value.ToString() : null;
}
