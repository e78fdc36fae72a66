using ClientAuth.MockServer.Checks;

namespace ClientAuth.MockServer.Reading;

/// <summary>One use of one mechanism: the credential, or what keeps it from being read.</summary>
/// <param name="Mechanism">In words, for a trace.</param>
/// <param name="Findings">How the reading went, for the trace; only the last may have failed.</param>
/// <param name="Credential">Null where a finding failed.</param>
internal sealed record Attempt(string Mechanism, IReadOnlyList<Finding> Findings, PresentedCredential? Credential)
{
    public static Attempt Read(PresentedCredential credential, params IReadOnlyList<Finding> findings) =>
        new(credential.Mechanism, findings, credential);

    public static Attempt Unreadable(string mechanism, params IReadOnlyList<Finding> findings) =>
        new(mechanism, findings, null);

    /// <summary>Writes the findings into the trail and gives the credential, or null where there is none.</summary>
    public PresentedCredential? Take(Trail trail) => Findings.All(trail.Check) ? Credential : null;
}
