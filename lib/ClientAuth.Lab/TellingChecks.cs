using System.Collections.Frozen;
using ClientAuth.MockServer.Checks;
using ClientAuth.Protocol.Recording;
using ClientAuth.Visuals;

namespace ClientAuth.Lab;

/// <summary>
/// Which checks of a trace are worth a line of their own, where a lesson does not say: those by which each method proves something. A trace
/// has the checks of its own method alone, so one list serves all.
/// </summary>
internal static class TellingChecks
{
    private static readonly string[] OfEachMethod =
    [
        Rules.SecretValue.Name,
        Rules.SecretNotExpired.Name,
        Rules.Key.Name,
        Rules.Signature.Name,
        Rules.Aud.Name,
        Rules.Exp.Name,
        Rules.JtiUnused.Name,
        Rules.CertificatePresented.Name,
        Rules.CertificateRegistered.Name,
        Rules.CertificateChain.Name,
        Rules.CertificateValidity.Name,
        Rules.CertificateSubject.Name,
        Rules.CertificateSan.Name,
        Rules.AttestationAttester.Name,
        Rules.AttestationSignature.Name,
        Rules.PopSignature.Name,
        Rules.PopChallenge.Name,
        Rules.AttestationDpopKey.Name,
        Rules.DeviceRoot.Name,
        Rules.AndroidKeyDpopKey.Name,
        Rules.AndroidKeySecurityLevel.Name,
        Rules.AndroidKeyBootState.Name,
        Rules.AndroidKeySignatureDigest.Name,
        Rules.AppAttestNonce.Name,
        Rules.AppAttestRpId.Name,
        Rules.AppAssertionSignature.Name,
        Rules.AppAssertionCounter.Name,
        Rules.SubjectTokenSignature.Name,
        Rules.SubjectTokenDpopKey.Name,
        Rules.TokenSignature.Name,
        Rules.TokenLive.Name,
        Rules.DpopBinding.Name,
        Rules.TokenCertificate.Name,
    ];

    private static readonly FrozenSet<string> OfAnyServer = Rules.All.Select(rule => rule.Name).ToFrozenSet();

    /// <param name="trace">What the server checked.</param>
    /// <param name="about">Names of checks or of groups of them; none for the method's own.</param>
    /// <exception cref="ArgumentException">No server has a check of that name, or a group of them; the message lists what the trace has.</exception>
    public static DecisionTraceView Open(DecisionTrace trace, IReadOnlyList<string> about)
    {
        var names = trace.Decisions.Select(decision => decision.Check).Distinct().ToList();
        var groups = names.Select(name => name.Split('.')[0]).Distinct().ToList();
        // What the server did not come to, since a check before it failed, is no mistake: after a rest, an assertion has expired.
        if (
            about.FirstOrDefault(name => !groups.Contains(name) && !names.Contains(name) && !Exists(name)) is
            { } unknown
        )
        {
            throw new ArgumentException(
                $"The trace has no check and no group '{unknown}'; its groups are {string.Join(", ", groups)}, "
                    + $"its checks {string.Join(", ", names)}.",
                nameof(about)
            );
        }

        return new DecisionTraceView(trace) { About = about is [] ? OfEachMethod : about };
    }

    private static bool Exists(string name) =>
        OfAnyServer.Any(check => check == name || check.StartsWith(name + '.', StringComparison.Ordinal));
}
