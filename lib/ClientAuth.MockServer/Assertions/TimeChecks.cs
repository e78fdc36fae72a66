using ClientAuth.MockServer.Checks;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Assertions;

/// <summary>When an assertion holds: <c>exp</c>, <c>nbf</c> and <c>iat</c> by the server's clock (RFC 7523 §3).</summary>
internal sealed class TimeChecks(TimeProvider clock, TimeSpan skew, TimeSpan maximumLifetime)
{
    /// <summary>When the assertion can no longer be accepted, or null where a check failed.</summary>
    public DateTimeOffset? Check(DecodedJwt jwt, CheckTrace trace)
    {
        var now = clock.GetUtcNow();
        var expires = TimeClaim.Read(jwt, "exp");
        return
            CheckExp(expires, now, trace)
            && CheckLifetime(expires.Time!.Value, now, trace)
            && CheckNbf(TimeClaim.Read(jwt, "nbf"), now, trace)
            && CheckIat(TimeClaim.Read(jwt, "iat"), now, trace)
            ? expires.Time.Value + skew
            : null;
    }

    private bool CheckExp(TimeClaim expires, DateTimeOffset now, CheckTrace trace) =>
        trace.Check(Rules.Exp, expires.Time > now - skew, $"a time after {now:u} (± {Skew})", expires.Seen);

    // Each accepted jti is remembered until it expires, so "in ten years" would be remembered for ten years.
    private bool CheckLifetime(DateTimeOffset expires, DateTimeOffset now, CheckTrace trace) =>
        trace.Check(
            Rules.Lifetime,
            expires - now <= maximumLifetime + skew,
            $"expires within {maximumLifetime:c} (± {Skew})",
            $"in {WholeSeconds.RoundedUp(expires - now):c}"
        );

    private bool CheckNbf(TimeClaim from, DateTimeOffset now, CheckTrace trace) =>
        trace.Check(
            Rules.Nbf,
            from.IsAbsent || from.Time <= now + skew,
            $"absent, or a time before {now:u} (± {Skew})",
            from.Seen
        );

    private bool CheckIat(TimeClaim issued, DateTimeOffset now, CheckTrace trace) =>
        trace.Check(
            Rules.Iat,
            issued.IsAbsent || (issued.Time <= now + skew && issued.Time >= now - maximumLifetime - skew),
            $"absent, or a time before {now:u}, at most {maximumLifetime:c} ago (± {Skew})",
            issued.Seen
        );

    private string Skew => $"{skew.TotalSeconds:0} s";
}
