using ClientAuth.FailureCases.Catalogue;

namespace ClientAuth.FailureCases.Tester.Plan;

/// <summary>Every case of the catalogue by every method, in its order: what is sent, and what not for which reason.</summary>
/// <param name="Runs">One for each case and method.</param>
internal sealed record TestPlan(IReadOnlyList<PlannedRun> Runs)
{
    /// <summary>Those that are sent.</summary>
    public IEnumerable<PlannedRun> Sent => Runs.Where(run => run.NotApplicable is null);

    /// <summary>How many requests they take at most.</summary>
    public int Requests => Sent.Sum(run => run.Requests);

    public static TestPlan Of(FailureCatalogue catalogue, Applicability applicability) =>
        new([
            .. from section in catalogue.Sections
            from failureCase in section.Cases
            from method in failureCase.Methods
            let reason = applicability.ReasonAgainst(section, failureCase, method)
            select new PlannedRun(
                section,
                failureCase,
                method,
                reason,
                reason is null ? RequestCount.Of(failureCase) : 0
            ),
        ]);
}
