using System.Text.Json;
using ClientAuth.MockServer.Checks;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Assertions;

/// <summary>A claim that holds a time, such as <c>exp</c> (RFC 7519 §4.1).</summary>
/// <param name="Time">Null where the claim is absent or no time.</param>
/// <param name="IsAbsent">Whether there is no such claim at all.</param>
/// <param name="Seen">What stands there, for a trace.</param>
internal readonly record struct TimeClaim(DateTimeOffset? Time, bool IsAbsent, string Seen)
{
    public static TimeClaim Read(DecodedJwt jwt, string name)
    {
        var isThere = jwt.Payload.TryGetProperty(name, out var element);
        return isThere && NumericDate.TryRead(element, out var time)
            ? new TimeClaim(time, false, $"{time:u}")
            : new TimeClaim(null, !isThere, $"{Quote.Member(jwt.Payload, name)}{Remark(element)}");
    }

    // Most often milliseconds in place of seconds: as seconds they are beyond the last date there is.
    private static string Remark(JsonElement element) =>
        element.ValueKind == JsonValueKind.Number && element.TryGetDouble(out var seconds) && seconds > 0
            ? " (no time in seconds: too large)"
            : "";
}
