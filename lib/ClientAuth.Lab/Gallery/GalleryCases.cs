using ClientAuth.FailureCases.Catalogue;
using ClientAuth.FailureCases.Results;
using ClientAuth.Visuals.Gallery;

namespace ClientAuth.Lab.Gallery;

/// <summary>The cases of the catalogue with what the tests recorded of them, as the views of the gallery take them.</summary>
internal sealed class GalleryCases
{
    private const string NeverSent = "the server does not start";

    private readonly Dictionary<string, FailureGroup> _groups = [];
    private readonly Dictionary<(string Case, string Method), RecordedRun> _runs;

    public GalleryCases(FailureCatalogue catalogue, RecordedResults results, FailureGroups groups)
    {
        _runs = results.Runs.ToDictionary(run => (run.Case, run.Method));
        foreach (var section in catalogue.Sections)
        {
            foreach (var failureCase in section.Cases)
            {
                _groups[failureCase.Id] = groups.Of(failureCase, section.Id);
            }
        }

        All = [.. catalogue.Cases.Select(Of)];
    }

    /// <summary>Every case, in the order of the catalogue.</summary>
    public IReadOnlyList<GalleryCase> All { get; }

    /// <summary>The refusals that at least two checks end in, the most widely shared first.</summary>
    public IReadOnlyList<SharedResponse> SharedAnswers =>
        [
            .. from run in _runs.Values
            from answer in run.Responses
            where answer is { Check: not null, Status: >= 400 }
            group (answer.Check, run.Case) by answer.OnTheWire into shared
            let checks = shared.Select(one => one.Check).Distinct().Count()
            where checks > 1
            orderby checks descending, shared.Key
            select new SharedResponse(shared.Key, checks, shared.Select(one => one.Case).Distinct().Count()),
        ];

    public FailureGroup GroupOf(FailureCase failureCase) => _groups[failureCase.Id];

    /// <summary>What the tests recorded.</summary>
    /// <exception cref="InvalidDataException">They recorded nothing of it; the message says how to.</exception>
    public RecordedRun Recorded(string caseId, string method) =>
        _runs.GetValueOrDefault((caseId, method))
        ?? throw new InvalidDataException(
            $"data/failure-results.json has no run of {caseId} by {method}. The tests of ClientAuth.FailureCases write it with UPDATE_REFERENCE=1."
        );

    private GalleryCase Of(FailureCase failureCase)
    {
        var runs = failureCase.Methods.Select(method => Recorded(failureCase.Id, method)).ToList();
        var answers = runs[0].Responses;
        return new GalleryCase(
            failureCase.Id,
            failureCase.Title,
            GroupOf(failureCase).Name,
            failureCase.Expect.Check,
            answers is [] ? NeverSent : string.Join("; ", answers.Select(answer => answer.OnTheWire)),
            failureCase.Expect.Issued || failureCase.Strength == Strength.Control,
            [
                .. runs.Select(run => new GalleryRun(
                    MethodColumns.Of(run.Method),
                    Judgement.IsAsExpected(failureCase.Expect, run.Responses)
                )),
            ]
        );
    }
}
