using ClientAuth.FailureCases.Changes;
using ClientAuth.FailureCases.Laboratory;

namespace ClientAuth.FailureCases.Running;

/// <summary>A request that is still to be made.</summary>
/// <param name="Client">Who sends it.</param>
/// <param name="Endpoint">One of <see cref="EndpointNames"/>.</param>
/// <param name="SameCredential">With the <c>jti</c> of the case, rather than with a new one.</param>
/// <param name="Changes">What makes it differ from a good one.</param>
/// <param name="Expect">What must come of it.</param>
/// <param name="As">What its results are called, if anything needs them.</param>
internal sealed record RequestPlan(
    CaseClient Client,
    string Endpoint,
    bool SameCredential,
    IReadOnlyList<RequestChange> Changes,
    Expectation Expect,
    string? As
);
