using System.Globalization;
using System.Text.Json;
using ClientAuth.Client;
using ClientAuth.Protocol;
using ClientAuth.Protocol.Recording;

namespace ClientAuth.Lab.Expectations;

/// <summary>How a request was refused: what the client was told, and what only the server knows.</summary>
internal sealed record Refusal(int Status, string? Error, string? Failing)
{
    public static Refusal Of(TokenOutcome outcome, DecisionTrace trace) =>
        outcome is TokenOutcome.Refused refused
            ? new(refused.Status, refused.Error.Error, trace.Failure?.Check)
            : new(200, null, trace.Failure?.Check);

    public static async Task<Refusal> OfAsync(HttpResponseMessage response, DecisionTrace trace)
    {
        var body = await response.Content.ReadAsStringAsync();
        return new((int)response.StatusCode, ErrorIn(body), trace.Failure?.Check);
    }

    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Status} {Error ?? "without an error code"} at {Failing ?? "no check"}"
        );

    internal static string? ErrorIn(string body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, ProtocolJson.Default.ErrorResponse)?.Error;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
