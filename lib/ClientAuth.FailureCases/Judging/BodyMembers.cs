using System.Text.Json;
using System.Text.Json.Nodes;
using ClientAuth.FailureCases.Requests;
using ClientAuth.FailureCases.Values;
using ClientAuth.Protocol;
using ClientAuth.Protocol.Recording;

namespace ClientAuth.FailureCases.Judging;

/// <summary>Compares the members of a JSON response, and the claims of the token in it, with what is expected. Problems name members but quote no value: some are secrets.</summary>
internal static class BodyMembers
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    public static IEnumerable<string> Problems(
        Expectation expect,
        string endpoint,
        Placeholders values,
        RecordedResponse response
    )
    {
        var body = Parse(response.Body);
        if (expect.Issued && response.Status == 200 && endpoint is EndpointNames.Token or EndpointNames.TokenExchange)
        {
            if (body?["access_token"] is null || body["token_type"] is null)
            {
                yield return "the answer lacks access_token or token_type";
            }

            if (response.Header("Cache-Control") != "no-store")
            {
                yield return "the token answer lacks Cache-Control: no-store";
            }
        }

        foreach (var problem in Compare("the member", expect.Body, body, values))
        {
            yield return problem;
        }

        foreach (var problem in Compare("the token's claim", expect.Token, Claims(body), values))
        {
            yield return problem;
        }
    }

    /// <summary>A JSON object, or null where the text is none.</summary>
    public static JsonObject? Parse(string text)
    {
        try
        {
            return JsonNode.Parse(text, documentOptions: Strict) as JsonObject;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // The reader throws the latter where a name holds half a surrogate pair.
            return null;
        }
    }

    /// <summary>Members that are missing, there though they must not be, or other than expected.</summary>
    public static IEnumerable<string> Compare(string what, JsonObject? expected, JsonObject? seen, Placeholders values)
    {
        foreach (var (name, value) in expected ?? [])
        {
            var isThere = seen is not null && seen.ContainsKey(name);
            if (value is null ? isThere : !isThere)
            {
                yield return $"{what} '{name}' is {(isThere ? "there" : "missing")}";
            }
            else if (
                value is not null
                && value.ToString() != "*"
                && !JsonNode.DeepEquals(values.Resolve(value), seen![name])
            )
            {
                yield return $"{what} '{name}' has another value than expected";
            }
        }
    }

    /// <summary>The claims of the access token in a response; null where it holds none, or one that is no JWT.</summary>
    public static JsonObject? Claims(JsonObject? body) =>
        body?["access_token"] is { } token && DecodedJwt.TryParse(token.ToString(), out var jwt, out _)
            ? Parse(jwt.Payload.GetRawText())
            : null;
}
