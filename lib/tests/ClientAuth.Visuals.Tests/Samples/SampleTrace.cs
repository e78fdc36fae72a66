using ClientAuth.Protocol.Recording;

namespace ClientAuth.Visuals.Tests.Samples;

/// <summary>Traces of three checks.</summary>
internal static class SampleTrace
{
    private static readonly Decision[] Checks =
    [
        new("request.method", "POST", "POST", Verdict.Passed, "RFC 6749 §3.2"),
        new("client.known", "a registered client", "mobile-app", Verdict.Passed, "RFC 6749 §5.2"),
        new("assertion.aud", "https://localhost:8443", "https://other.example", Verdict.Failed, "RFC 7523 §3"),
    ];

    public static DecisionTrace Failing { get; } = new(Checks);

    public static DecisionTrace Passing { get; } = new(Checks[..2]);

    public static DecisionTrace Of(params IEnumerable<string> checks) =>
        new([.. checks.Select(check => new Decision(check, "", "", Verdict.Passed, ""))]);

    /// <summary>The last check fails.</summary>
    public static DecisionTrace FailingAt(params IReadOnlyList<string> checks) =>
        new([
            .. Of(checks).Decisions.Select((d, i) => i == checks.Count - 1 ? d with { Verdict = Verdict.Failed } : d),
        ]);
}
