using ClientAuth.FailureCases.Changes;
using ClientAuth.FailureCases.Fixtures;
using ClientAuth.FailureCases.Judging;
using ClientAuth.FailureCases.Requests;

namespace ClientAuth.FailureCases.Running;

/// <summary>What is needed to build a request and to judge the response.</summary>
/// <param name="Client">The client that sends it.</param>
/// <param name="Endpoint">One of <see cref="EndpointNames"/>.</param>
/// <param name="SameCredential">With the <c>jti</c> of the case, rather than with a new one.</param>
/// <param name="Changes">The changes to a good request, in order.</param>
/// <param name="Expect">Its expected result.</param>
/// <param name="As">What its results are called, if anything needs them.</param>
internal sealed record RequestPlan(
    CaseClient Client,
    string Endpoint,
    bool SameCredential,
    IReadOnlyList<RequestChange> Changes,
    Expectation Expect,
    string? As
);
