using ClientAuth.FailureCases.Catalogue;
using ClientAuth.FailureCases.Changes;
using ClientAuth.FailureCases.Steps;

namespace ClientAuth.FailureCases.Tester.Plan;

/// <summary>How many requests a case takes at most.</summary>
internal static class RequestCount
{
    public static int Of(FailureCase failureCase) =>
        failureCase.Before.Sum(Of)
        + Of(failureCase.Send)
        + (failureCase.After?.Sum(Of) ?? (failureCase.NoAfter is null ? 1 : 0));

    /// <summary>How many at once, or one after the other by one step.</summary>
    public static int MostAtOnce(FailureCase failureCase) =>
        failureCase
            .Before.Concat(failureCase.After ?? [])
            .OfType<RequestStep>()
            .Select(step => step.Times ?? Attempts(step.Send))
            .Append(Attempts(failureCase.Send))
            .Max();

    private static int Of(CaseStep step) => step is RequestStep request ? (request.Times ?? 1) * Of(request.Send) : 0;

    // A proof needs a fresh nonce, where the server gives them.
    private static int Of(IReadOnlyList<RequestChange> changes) =>
        Attempts(changes) + (changes.Any(change => change is DpopChange) ? 1 : 0);

    private static int Attempts(IReadOnlyList<RequestChange> changes) =>
        changes.OfType<AttemptsChange>().LastOrDefault()?.Count ?? 1;
}
