using System.Globalization;
using System.Net;
using System.Text.Json;
using ClientAuth.Protocol;
using ClientAuth.Protocol.Recording;

namespace ClientAuth.Lab.Gallery;

/// <summary>A request with a client assertion, part by part and in words, without what shows how it was answered.</summary>
internal static class AssertionParts
{
    private const int MostSeconds = 2 * 24 * 60 * 60;

    // New in each request, whatever becomes of it.
    private static readonly string[] LeftOut = ["jti", TokenParameters.ClientAssertion];

    private static readonly string[] Times = ["exp", "nbf", "iat"];

    /// <summary>Parameters of the form, header parameters and claims, by name.</summary>
    public static IReadOnlyDictionary<string, string> Of(RecordedExchange exchange)
    {
        var form = exchange
            .Request.Body.Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(pair => pair.Split('=', 2))
            .Where(pair => pair.Length == 2)
            .DistinctBy(pair => pair[0])
            .ToDictionary(pair => pair[0], pair => WebUtility.UrlDecode(pair[1]));
        var parts = form.ToDictionary();
        if (
            form.GetValueOrDefault(TokenParameters.ClientAssertion) is { } compact
            && DecodedJwt.TryParse(compact, out var jwt, out _)
        )
        {
            Add(parts, jwt.Header, exchange.At);
            Add(parts, jwt.Payload, exchange.At);
        }

        foreach (var name in LeftOut)
        {
            parts.Remove(name);
        }

        return parts;
    }

    private static void Add(Dictionary<string, string> parts, JsonElement members, DateTimeOffset now)
    {
        foreach (var member in members.EnumerateObject())
        {
            parts[member.Name] = Words(member, now);
        }
    }

    private static string Words(JsonProperty member, DateTimeOffset now) =>
        Times.Contains(member.Name) && member.Value.TryGetDouble(out var seconds)
            ? Distance(seconds - now.ToUnixTimeSeconds())
            : member.Value.GetRawText();

    private static string Distance(double seconds) =>
        string.Create(CultureInfo.InvariantCulture, $"now {(seconds < 0 ? '−' : '+')} {Amount(Math.Abs(seconds))}");

    private static string Amount(double seconds) =>
        seconds > MostSeconds
            ? string.Create(CultureInfo.InvariantCulture, $"{seconds / 86400:0} days")
            : string.Create(CultureInfo.InvariantCulture, $"{seconds:0} seconds");
}
