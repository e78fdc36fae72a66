using System.Text.Json;
using System.Text.RegularExpressions;
using ClientAuth.Protocol;
using ClientAuth.Protocol.Recording;

namespace ClientAuth.FailureCases.Judging;

/// <summary>The rules of every error response (RFC 6749 §5.2): JSON, plain descriptions, not to be stored.</summary>
internal static partial class ErrorBody
{
    /// <summary>The error code, or null where the body is no error.</summary>
    public static string? ErrorOf(RecordedResponse response) => Read(response)?.Error;

    /// <summary>What is wrong with an error response; these rules are for responses with a body only.</summary>
    public static IEnumerable<string> Problems(RecordedResponse response)
    {
        if (response.Status < 400 || response.Body is "")
        {
            yield break;
        }

        if (Read(response) is not { } error)
        {
            yield return "the error body is no JSON object with an error";
            yield break;
        }

        if (error.ErrorDescription is { } description && !Allowed().IsMatch(description))
        {
            yield return "error_description holds a character outside %x20-21 / %x23-5B / %x5D-7E";
        }

        if (response.Header("Content-Type") is var type && type?.Split(';')[0] != "application/json")
        {
            yield return $"the error body is of type {type ?? "(none)"} rather than application/json";
        }

        if (response.Header("Cache-Control") != "no-store")
        {
            yield return "the error answer lacks Cache-Control: no-store";
        }
    }

    private static ErrorResponse? Read(RecordedResponse response)
    {
        try
        {
            return JsonSerializer.Deserialize(response.Body, ProtocolJson.Default.ErrorResponse);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    [GeneratedRegex(@"^[\x20-\x21\x23-\x5B\x5D-\x7E]*\z")]
    private static partial Regex Allowed();
}
