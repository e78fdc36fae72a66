using System.Text.Json;
using ClientAuth.MockServer.Checks;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Jwt;

/// <summary>When a JWT holds: its <c>exp</c>, <c>nbf</c> and <c>iat</c> at one moment of the server's clock (RFC 7519 §4.1).</summary>
/// <param name="jwt">The JWT.</param>
/// <param name="now">The moment.</param>
/// <param name="skew">How far the clock of its maker may differ.</param>
/// <param name="trace">Where every check leaves its line.</param>
internal sealed class TimeChecks(DecodedJwt jwt, DateTimeOffset now, TimeSpan skew, CheckTrace trace)
{
    public bool CheckExp(Rule rule)
    {
        var expires = TimeClaim.Read(jwt, "exp");
        return trace.Check(rule, expires.Time > now - skew, $"a time after {now:u} ({Skew})", expires.Seen);
    }

    /// <summary>Whether it ends soon enough. Each accepted <c>jti</c> is remembered until then: "in ten years" would be remembered for ten years.</summary>
    public bool CheckLifetime(Rule rule, TimeSpan maximum)
    {
        var rest = TimeClaim.TimeOf(jwt, "exp")!.Value - now;
        return trace.Check(
            rule,
            rest <= maximum + skew,
            $"expires within {maximum:c} ({Skew})",
            $"in {Quote.WholeSeconds(rest):c}"
        );
    }

    public bool CheckNbf(Rule rule)
    {
        var from = TimeClaim.Read(jwt, "nbf");
        return trace.Check(
            rule,
            from.IsAbsent || from.Time <= now + skew,
            $"absent, or a time before {now:u} ({Skew})",
            from.Seen
        );
    }

    /// <param name="rule">The rule for <c>iat</c>.</param>
    /// <param name="isRequired">Whether it must be there.</param>
    /// <param name="maximumAge">How long ago it may lie; null where that is not judged here.</param>
    public bool CheckIat(Rule rule, bool isRequired = false, TimeSpan? maximumAge = null)
    {
        var issued = TimeClaim.Read(jwt, "iat");
        return trace.Check(
            rule,
            (issued.IsAbsent && !isRequired)
                || (issued.Time <= now + skew && (maximumAge is not { } age || issued.Time >= now - age - skew)),
            (isRequired ? "" : "absent, or ")
                + $"a time before {now:u}"
                + (maximumAge is { } most ? $", at most {most:c} ago" : "")
                + $" ({Skew})",
            issued.Seen
        );
    }

    /// <summary>Whether it was made at most so long ago; without <c>iat</c> it is fresh until its <c>exp</c>.</summary>
    public bool CheckFresh(Rule rule, TimeSpan maximumAge)
    {
        var issued = TimeClaim.Read(jwt, "iat");
        return trace.Check(
            rule,
            issued.IsAbsent || issued.Time >= now - maximumAge - skew,
            issued.IsAbsent ? "without iat, any time before exp" : $"made at most {maximumAge:c} ago ({Skew})",
            issued.IsAbsent ? $"exp {TimeClaim.Read(jwt, "exp").Seen}" : issued.Seen
        );
    }

    // Written once: each check says it.
    private string Skew => field ??= $"± {skew.TotalSeconds:0} s";
}

/// <summary>Whether a proof, which has no <c>exp</c>, was made just now: its <c>iat</c>, by the server's clock.</summary>
internal sealed class ProofAge(TimeProvider clock, TimeSpan skew, TimeSpan maximum)
{
    /// <summary>When the proof can no longer be accepted, the skew included, or null where the check failed.</summary>
    public DateTimeOffset? Check(DecodedJwt jwt, Rule rule, CheckTrace trace)
    {
        var now = clock.GetUtcNow();
        var made = TimeClaim.Read(jwt, "iat");
        return trace.Check(
            rule,
            made.Time <= now + skew && made.Time > now - maximum - skew,
            $"a time before {now:u}, at most {maximum:c} ago (± {skew.TotalSeconds:0} s)",
            made.Seen
        )
            ? (made.Time ?? now) + maximum + skew
            : null;
    }
}

/// <summary>A claim that holds a time, such as <c>exp</c>: a JSON number of seconds since 1970-01-01T00:00:00Z, fractions allowed (RFC 7519 §2).</summary>
/// <param name="Time">Null where the claim is absent or no time.</param>
/// <param name="IsAbsent">Whether there is no such claim at all.</param>
/// <param name="Seen">What stands there, for a trace.</param>
internal readonly record struct TimeClaim(DateTimeOffset? Time, bool IsAbsent, string Seen)
{
    // The last second that DateTimeOffset can hold.
    private const double LastSecond = 253402300799;

    public static TimeClaim Read(DecodedJwt jwt, string name)
    {
        var isThere = jwt.Payload.TryGetProperty(name, out var element);
        return isThere && TimeOf(element) is { } time
            ? new TimeClaim(time, false, $"{time:u}")
            : new TimeClaim(null, !isThere, $"{Quote.Member(jwt.Payload, name)}{Remark(element)}");
    }

    /// <summary>The time alone, or null where the claim is absent or no time.</summary>
    public static DateTimeOffset? TimeOf(DecodedJwt jwt, string name) =>
        jwt.Payload.TryGetProperty(name, out var element) ? TimeOf(element) : null;

    // Null for strings, negative numbers, and numbers too great to be a date, infinity included.
    private static DateTimeOffset? TimeOf(JsonElement element) =>
        element.ValueKind == JsonValueKind.Number
        && element.TryGetDouble(out var seconds)
        && seconds is >= 0 and <= LastSecond
            ? DateTimeOffset.UnixEpoch.AddSeconds(seconds)
            : null;

    // Most often milliseconds in place of seconds: as seconds they are beyond the last date there is.
    private static string Remark(JsonElement element) =>
        element.ValueKind == JsonValueKind.Number && element.TryGetDouble(out var seconds) && seconds > 0
            ? " (no time in seconds: too large)"
            : "";
}
