using System.Collections.Frozen;
using System.Reflection;
using ClientAuth.MockServer;
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
        CheckNames.SecretValue,
        CheckNames.SecretNotExpired,
        CheckNames.AssertionKey,
        CheckNames.AssertionSignature,
        CheckNames.AssertionAud,
        CheckNames.AssertionExp,
        CheckNames.AssertionJtiUnused,
        CheckNames.CertificatePresented,
        CheckNames.CertificateRegistered,
        CheckNames.CertificateChain,
        CheckNames.CertificateValidity,
        CheckNames.CertificateSubject,
        CheckNames.CertificateSan,
        CheckNames.AttestationAttester,
        CheckNames.AttestationSignature,
        CheckNames.AttestationPopSignature,
        CheckNames.AttestationPopChallenge,
        CheckNames.AttestationDpopKey,
        CheckNames.DeviceRoot,
        CheckNames.AndroidKeyDpopKey,
        CheckNames.AndroidKeySecurityLevel,
        CheckNames.AndroidKeyBootState,
        CheckNames.AndroidKeySignatureDigest,
        CheckNames.AppAttestNonce,
        CheckNames.AppAttestRpId,
        CheckNames.AppAssertionSignature,
        CheckNames.AppAssertionCounter,
        CheckNames.SubjectTokenSignature,
        CheckNames.SubjectTokenDpopKey,
        CheckNames.TokenSignature,
        CheckNames.TokenLive,
        CheckNames.DpopBinding,
        CheckNames.TokenCertificate,
    ];

    private static readonly FrozenSet<string> OfAnyServer = typeof(CheckNames)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Where(field => field.IsLiteral)
        .Select(field => (string)field.GetRawConstantValue()!)
        .ToFrozenSet();

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
