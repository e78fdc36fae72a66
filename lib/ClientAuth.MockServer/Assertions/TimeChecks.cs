using ClientAuth.MockServer.Checks;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Assertions;

/// <summary>When an assertion holds: <c>exp</c>, <c>nbf</c> and <c>iat</c> by the server's clock (RFC 7523 §3).</summary>
internal sealed class TimeChecks(TimeProvider clock, TimeSpan skew, TimeSpan maximumLifetime)
{
    /// <summary>When the assertion can no longer be accepted, or null where a check failed.</summary>
    public DateTimeOffset? Check(DecodedJwt jwt, Trail trail)
    {
        var now = clock.GetUtcNow();
        var expires = Claim(jwt, "exp");
        return
            CheckExp(jwt, expires, now, trail)
            && CheckLifetime(expires!.Value, now, trail)
            && CheckNbf(jwt, now, trail)
            && CheckIat(jwt, now, trail)
            ? expires.Value + skew
            : null;
    }

    private bool CheckExp(DecodedJwt jwt, DateTimeOffset? expires, DateTimeOffset now, Trail trail) =>
        trail.Check(Rules.Exp, expires > now - skew, $"a time after {now:u} (± {Skew})", Seen(jwt, "exp", expires));

    // Each accepted jti is remembered until it expires, so "in ten years" would be remembered for ten years.
    private bool CheckLifetime(DateTimeOffset expires, DateTimeOffset now, Trail trail) =>
        trail.Check(
            Rules.Lifetime,
            expires - now <= maximumLifetime + skew,
            $"expires within {maximumLifetime:c} (± {Skew})",
            $"in {TimeSpan.FromSeconds(Math.Ceiling((expires - now).TotalSeconds)):c}"
        );

    private bool CheckNbf(DecodedJwt jwt, DateTimeOffset now, Trail trail)
    {
        var from = Claim(jwt, "nbf");
        return trail.Check(
            Rules.Nbf,
            Absent(jwt, "nbf") || from <= now + skew,
            $"absent, or a time before {now:u} (± {Skew})",
            Seen(jwt, "nbf", from)
        );
    }

    private bool CheckIat(DecodedJwt jwt, DateTimeOffset now, Trail trail)
    {
        var issued = Claim(jwt, "iat");
        return trail.Check(
            Rules.Iat,
            Absent(jwt, "iat") || (issued <= now + skew && issued >= now - maximumLifetime - skew),
            $"absent, or a time before {now:u}, at most {maximumLifetime:c} ago (± {Skew})",
            Seen(jwt, "iat", issued)
        );
    }

    private string Skew => $"{skew.TotalSeconds:0} s";

    private static DateTimeOffset? Claim(DecodedJwt jwt, string name) =>
        jwt.Payload.TryGetProperty(name, out var element) && NumericDate.TryRead(element, out var date) ? date : null;

    private static bool Absent(DecodedJwt jwt, string name) => !jwt.Payload.TryGetProperty(name, out _);

    private static string Seen(DecodedJwt jwt, string name, DateTimeOffset? date) =>
        date is { } time ? $"{time:u}" : Quote.Member(jwt.Payload, name);
}
