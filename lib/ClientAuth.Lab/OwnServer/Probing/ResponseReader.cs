using System.Text.Json;

namespace ClientAuth.Lab.OwnServer.Probing;

/// <summary>Reads what a token endpoint answered, whatever it is: a token, an error as RFC 6749 §5.2 has it, or a page of a gateway.</summary>
internal static class ResponseReader
{
    /// <param name="status">HTTP status.</param>
    /// <param name="body">As it came.</param>
    /// <param name="sent">What must not come back in the server's words.</param>
    public static ProbeResponse Read(int status, byte[] body, IReadOnlyList<string> sent)
    {
        var members = Members(body);
        return status == 200 && members("access_token") is { Length: > 0 }
            ? new ProbeResponse.Issued()
            : new ProbeResponse.Refused(
                status,
                Redaction.Code(members("error"), sent),
                Redaction.Text(members("error_description"), sent)
            );
    }

    private static Func<string, string?> Members(byte[] body)
    {
        try
        {
            var json = JsonElement.Parse(body);
            return name =>
                json.ValueKind == JsonValueKind.Object
                && json.TryGetProperty(name, out var value)
                && value.ValueKind == JsonValueKind.String
                    ? value.GetString()
                    : null;
        }
        catch (JsonException)
        {
            return _ => null;
        }
    }
}
