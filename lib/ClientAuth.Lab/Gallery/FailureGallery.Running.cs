using ClientAuth.FailureCases;
using ClientAuth.FailureCases.Catalogue;
using ClientAuth.FailureCases.Results;
using ClientAuth.Lab.Expectations;
using ClientAuth.Lab.Mistakes;
using ClientAuth.Visuals;
using ClientAuth.Visuals.Charts;
using ClientAuth.Visuals.Gallery;

namespace ClientAuth.Lab.Gallery;

/// <summary>Runs cases: one, a group, or those that show the mistakes that people make most often.</summary>
public sealed partial class FailureGallery
{
    /// <summary>Runs one case and shows request, answer, trace, and the mended request beside it.</summary>
    /// <param name="caseId">For example <c>J24</c>.</param>
    /// <param name="method">One of the case's methods; the first of them where it is left out.</param>
    /// <param name="cancellationToken">Gives it up.</param>
    /// <exception cref="ArgumentException">No such case, or not by this method; the message says what there is.</exception>
    /// <exception cref="LessonExpectationException">The server answered otherwise than the catalogue says.</exception>
    public async Task<CaseView> ShowAsync(
        string caseId,
        string? method = null,
        CancellationToken cancellationToken = default
    ) => new(await RunForViewAsync(caseId, method ?? ById(caseId).Methods[0], cancellationToken));

    /// <summary>Runs cases as <c>private_key_jwt</c> sends them, and shows which check stops which.</summary>
    /// <param name="caseIds">For example <c>J24</c>.</param>
    /// <exception cref="ArgumentException">No such case, or not by <c>private_key_jwt</c>.</exception>
    public async Task<FailingChecksChart> ChecksAsync(params IReadOnlyList<string> caseIds)
    {
        var results = await RunAllAsync([.. caseIds.Select(id => (Find(id, ByKey), ByKey))], default);
        return new FailingChecksChart([
            .. results
                .Select(Expected)
                .Where(shown => shown.Sent is not null)
                .Select(shown => new CheckedRequest($"{shown.Id}: {shown.Title}", shown.Sent!)),
        ]);
    }

    /// <summary>Runs all cases of a group by one method, and holds the answers against those that the tests recorded.</summary>
    /// <param name="group">For example <c>Audience</c>.</param>
    /// <param name="method">A registered name of a method.</param>
    /// <param name="cancellationToken">Gives it up.</param>
    /// <exception cref="ArgumentException">No such group, or it has no case that this method sends.</exception>
    /// <exception cref="LessonExpectationException">An answer is another than the recorded one; the message names the case.</exception>
    public async Task<TableView> RunAsync(string group, string method, CancellationToken cancellationToken = default)
    {
        var found = _groups.Find(group);
        var cases = _catalogue.Cases.Where(one => _cases.GroupOf(one) == found).ToList();
        var chosen = cases.Where(one => one.Methods.Contains(method)).ToList();
        if (chosen is [])
        {
            var methods = cases.SelectMany(one => one.Methods).Distinct();
            throw new ArgumentException(
                $"The group '{group}' has no case that '{method}' sends; its cases are sent by: {string.Join(", ", methods)}.",
                nameof(method)
            );
        }

        var live = await RunAllAsync([.. chosen.Select(one => (one, method))], cancellationToken);
        return live.Where(IsOther).Select(RecordedRun.Of).ToList() is [_, ..] others
            ? throw new LessonExpectationException(
                $"The server did not answer as recorded. It answered now: {string.Join("; ", others)}."
            )
            : new TableView(
                $"{found.Name}, sent by {method}, just now",
                $"{live.Count} of {live.Count} answered as recorded: status, error, failing check, checks passed before",
                ["Case", "What is sent", "Answer", "Failing check", "Passed"],
                [.. live.SelectMany(Answers)]
            );
    }

    /// <summary>The mistakes that people make most often, each with a case that shows it, run just now.</summary>
    /// <param name="most">How many.</param>
    /// <param name="cancellationToken">Gives it up.</param>
    public async Task<MistakesView> MistakesAsync(int most = 20, CancellationToken cancellationToken = default)
    {
        var mistakes = _mistakes.MostFrequent(most).ToList();
        var cases = mistakes.Select(CaseOf).ToList();
        var results = await RunAllAsync([.. cases.OfType<(FailureCase, string)>()], cancellationToken);
        var shown = new Queue<ShownCase>(results.Select(Expected));
        return new MistakesView([
            .. mistakes.Zip(cases, (mistake, one) => MistakesShown.Of(mistake, one is null ? null : shown.Dequeue())),
        ]);
    }

    private (FailureCase, string)? CaseOf(ClientMistake mistake) =>
        mistake.Cases.Select(_catalogue.Find).FirstOrDefault(one => one.Expect is { Issued: false, Registration: null })
            is { } refused
            ? (refused, refused.Methods.FirstOrDefault(mistake.Methods.Contains) ?? refused.Methods[0])
            : null;

    private static IEnumerable<string[]> Answers(CaseResult live) =>
        CaseResponse
            .AllOf(live)
            .Select(answer =>
                new[] { live.Case.Id, live.Case.Title, answer.Counted, answer.Check ?? "none", $"{answer.Passed}" }
            );

    private bool IsOther(CaseResult live) =>
        _cases.Recorded(live.Case.Id, live.Method).Outcome != RecordedRun.Of(live).Outcome;

    private async Task<ShownCase> RunForViewAsync(string caseId, string method, CancellationToken cancellationToken) =>
        Expected(await RunAsync(Find(caseId, method), method, cancellationToken));

    private ShownCase Expected(CaseResult result) =>
        result.IsAsExpected
            ? new CasesShown(_fixture.Secrets).Of(result, _cases.GroupOf(result.Case))
            : throw new LessonExpectationException($"{result}.");

    // A case waits for its server more than it computes, and a server is soon one too many.
    private async Task<IReadOnlyList<CaseResult>> RunAllAsync(
        IReadOnlyList<(FailureCase Case, string Method)> runs,
        CancellationToken cancellationToken
    )
    {
        var results = new CaseResult[runs.Count];
        await Parallel.ForEachAsync(
            runs.Index(),
            new ParallelOptions
            {
                MaxDegreeOfParallelism = Environment.ProcessorCount,
                CancellationToken = cancellationToken,
            },
            async (run, token) => results[run.Index] = await RunAsync(run.Item.Case, run.Item.Method, token)
        );
        return results;
    }
}
