using ClientAuth.MockServer.Checks;

namespace ClientAuth.MockServer.Reading;

/// <summary>Everything that was presented, read before anything of it is judged.</summary>
internal static class Presentation
{
    /// <summary>The one credential, or null where there were two mechanisms or the one is unreadable.</summary>
    public static PresentedCredential? Read(FormRequest request, CheckTrace trace)
    {
        Attempt?[] all =
        [
            AuthorizationHeader.Read(request),
            BodySecret.Read(request),
            BodyAssertion.Read(request),
            AttestationHeaders.Read(request),
        ];
        var attempts = all.OfType<Attempt>().ToList();
        PresentedCredential withoutAttempt =
            (PresentedCredential?)ClientCertificate.Read(request) ?? new PresentedCredential.None();
        var seen = attempts is [] ? withoutAttempt.Mechanism : string.Join(" and ", attempts.Select(a => a.Mechanism));
        if (!trace.Check(Rules.SingleMechanism, attempts.Count <= 1, "at most one mechanism", seen))
        {
            return null;
        }

        return attempts is [var attempt] ? attempt.Take(trace) : withoutAttempt;
    }
}
