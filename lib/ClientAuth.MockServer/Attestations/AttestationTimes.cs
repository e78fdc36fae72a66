using ClientAuth.MockServer.Assertions;
using ClientAuth.MockServer.Checks;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Attestations;

/// <summary>
/// When an attestation holds: longer than an assertion, since one serves many requests, and yet not for as long as its attester
/// likes (draft-ietf-oauth-attestation-based-client-auth §4, §10.2). One without <c>iat</c> is fresh until its <c>exp</c> (§7.1 (6)).
/// </summary>
/// <param name="clock">The server's.</param>
/// <param name="skew">How far the attester's clock may differ.</param>
/// <param name="maximumAge">How long ago one with <c>iat</c> may have been made.</param>
/// <param name="requireIat">Whether one without <c>iat</c>, which the draft leaves optional, is refused.</param>
internal sealed class AttestationTimes(TimeProvider clock, TimeSpan skew, TimeSpan maximumAge, bool requireIat)
{
    public bool Check(DecodedJwt jwt, CheckTrace trace)
    {
        var now = clock.GetUtcNow();
        var expires = TimeClaim.Read(jwt, "exp");
        var issued = TimeClaim.Read(jwt, "iat");
        return CheckExp(expires, now, trace)
            && CheckNbf(TimeClaim.Read(jwt, "nbf"), now, trace)
            && CheckIat(issued, now, trace)
            && CheckFresh(issued, expires, now, trace);
    }

    private bool CheckExp(TimeClaim expires, DateTimeOffset now, CheckTrace trace) =>
        trace.Check(Rules.AttestationExp, expires.Time > now - skew, $"a time after {now:u} (± {Skew})", expires.Seen);

    private bool CheckNbf(TimeClaim from, DateTimeOffset now, CheckTrace trace) =>
        trace.Check(
            Rules.AttestationNbf,
            from.IsAbsent || from.Time <= now + skew,
            $"absent, or a time before {now:u} (± {Skew})",
            from.Seen
        );

    private bool CheckIat(TimeClaim issued, DateTimeOffset now, CheckTrace trace) =>
        trace.Check(
            requireIat ? Rules.AttestationIatRequired : Rules.AttestationIat,
            (issued.IsAbsent && !requireIat) || issued.Time <= now + skew,
            $"{(requireIat ? "" : "absent, or ")}a time before {now:u} (± {Skew})",
            issued.Seen
        );

    private bool CheckFresh(TimeClaim issued, TimeClaim expires, DateTimeOffset now, CheckTrace trace) =>
        trace.Check(
            Rules.AttestationFresh,
            issued.IsAbsent || issued.Time >= now - maximumAge - skew,
            issued.IsAbsent ? "without iat, any time before exp" : $"made at most {maximumAge:c} ago (± {Skew})",
            issued.IsAbsent ? $"exp {expires.Seen}" : issued.Seen
        );

    private string Skew => $"{skew.TotalSeconds:0} s";
}
