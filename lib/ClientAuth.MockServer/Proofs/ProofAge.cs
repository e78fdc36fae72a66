using ClientAuth.MockServer.Assertions;
using ClientAuth.MockServer.Checks;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Proofs;

/// <summary>Whether a proof was made just now: its <c>iat</c>, by the server's clock.</summary>
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
