namespace ClientAuth.MockServer.Lab;

/// <summary>One line of a decision trace.</summary>
internal sealed record LabDecisionResponse(
    string Check,
    string Verdict,
    string Expected,
    string Seen,
    string Specification
);
