using ClientAuth.MockServer.Assertions;
using ClientAuth.MockServer.Checks;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Attestations;

/// <summary>
/// When an attestation holds: longer than an assertion, since one serves many requests, and yet not for as long as its attester
/// likes (draft-ietf-oauth-attestation-based-client-auth §4, §10.2).
/// </summary>
internal sealed class AttestationTimes(TimeProvider clock, TimeSpan skew, TimeSpan maximumAge)
{
    public bool Check(DecodedJwt jwt, Trail trail)
    {
        var now = clock.GetUtcNow();
        var issued = TimeClaim.Read(jwt, "iat");
        return CheckExp(TimeClaim.Read(jwt, "exp"), now, trail)
            && CheckNbf(TimeClaim.Read(jwt, "nbf"), now, trail)
            && CheckIat(issued, now, trail)
            && CheckFresh(issued, now, trail);
    }

    private bool CheckExp(TimeClaim expires, DateTimeOffset now, Trail trail) =>
        trail.Check(Rules.AttestationExp, expires.Time > now - skew, $"a time after {now:u} (± {Skew})", expires.Seen);

    private bool CheckNbf(TimeClaim from, DateTimeOffset now, Trail trail) =>
        trail.Check(
            Rules.AttestationNbf,
            from.IsAbsent || from.Time <= now + skew,
            $"absent, or a time before {now:u} (± {Skew})",
            from.Seen
        );

    private bool CheckIat(TimeClaim issued, DateTimeOffset now, Trail trail) =>
        trail.Check(Rules.AttestationIat, issued.Time <= now + skew, $"a time before {now:u} (± {Skew})", issued.Seen);

    private bool CheckFresh(TimeClaim issued, DateTimeOffset now, Trail trail) =>
        trail.Check(
            Rules.AttestationFresh,
            issued.Time >= now - maximumAge - skew,
            $"made at most {maximumAge:c} ago (± {Skew})",
            issued.Seen
        );

    private string Skew => $"{skew.TotalSeconds:0} s";
}
