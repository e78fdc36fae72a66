using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ClientAuth.Protocol;
using ClientAuth.Protocol.Recording;

namespace ClientAuth.MockServer.Endpoints;

/// <summary>Builds responses whole, so that what is recorded is what is sent.</summary>
internal static class JsonResponse
{
    public static RecordedResponse Of<T>(
        int status,
        T value,
        JsonTypeInfo<T> type,
        params IEnumerable<RecordedHeader> headers
    )
    {
        var body = JsonSerializer.Serialize(value, type);
        return new RecordedResponse(
            status,
            [
                new("Content-Type", "application/json"),
                new("Content-Length", $"{Encoding.UTF8.GetByteCount(body)}"),
                .. headers,
            ],
            body
        );
    }

    public static RecordedResponse Error(
        int status,
        string error,
        string description,
        params IEnumerable<RecordedHeader> headers
    ) =>
        Of(
            status,
            new ErrorResponse { Error = error, ErrorDescription = description },
            ProtocolJson.Default.ErrorResponse,
            headers
        );

    /// <summary>The same answer, not to be stored (RFC 6749 §5.1).</summary>
    public static RecordedResponse Unstored(this RecordedResponse response) =>
        response with
        {
            Headers =
            [
                .. response.Headers,
                new RecordedHeader("Cache-Control", "no-store"),
                new RecordedHeader("Pragma", "no-cache"),
            ],
        };
}
