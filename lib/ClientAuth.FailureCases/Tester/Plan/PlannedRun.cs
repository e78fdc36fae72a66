using ClientAuth.FailureCases.Catalogue;

namespace ClientAuth.FailureCases.Tester.Plan;

/// <summary>A case that the client of one method is to send, or the reason why not.</summary>
/// <param name="Section">The section of the catalogue.</param>
/// <param name="Case">The case.</param>
/// <param name="Method">The method whose client sends it.</param>
/// <param name="NotApplicable">Why it cannot be asked of this server, in words; null where it can.</param>
/// <param name="Requests">How many requests it takes at most; 0 where it is not sent.</param>
internal sealed record PlannedRun(
    CaseSection Section,
    FailureCase Case,
    string Method,
    string? NotApplicable,
    int Requests
);
