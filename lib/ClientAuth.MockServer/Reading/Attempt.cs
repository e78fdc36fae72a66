using ClientAuth.MockServer.Checks;

namespace ClientAuth.MockServer.Reading;

/// <summary>One use of one mechanism: the credential, or what keeps it from being read.</summary>
/// <param name="Mechanism">In words, for a trace.</param>
/// <param name="CheckResults">How the reading went, for the trace; only the last may have failed.</param>
/// <param name="Credential">Null where a result failed.</param>
internal sealed record Attempt(
    string Mechanism,
    IReadOnlyList<CheckResult> CheckResults,
    PresentedCredential? Credential
)
{
    public static Attempt Read(PresentedCredential credential, params IReadOnlyList<CheckResult> results) =>
        new(credential.Mechanism, results, credential);

    public static Attempt Unreadable(string mechanism, params IReadOnlyList<CheckResult> results) =>
        new(mechanism, results, null);

    /// <summary>Writes the results into the trace and gives the credential, or null where there is none.</summary>
    public PresentedCredential? Take(CheckTrace trace) => CheckResults.All(trace.Check) ? Credential : null;
}
