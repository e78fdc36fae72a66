using ClientAuth.Devices;
using ClientAuth.FailureCases;
using ClientAuth.FailureCases.Catalogue;
using ClientAuth.FailureCases.Fixtures;
using ClientAuth.FailureCases.Results;
using ClientAuth.Lab.Mistakes;
using ClientAuth.Lab.Repository;
using ClientAuth.Visuals;
using ClientAuth.Visuals.Gallery;

namespace ClientAuth.Lab.Gallery;

/// <summary>
/// The failure cases of <c>data/failure-cases.json</c>, to look at and to run. All at once come from the results that the tests record; a
/// case, or a group of them, runs at once, each at a real server of its own.
/// </summary>
public sealed partial class FailureGallery : IDisposable
{
    private readonly FailureCatalogue _catalogue;
    private readonly FailureGroups _groups;
    private readonly GalleryCases _cases;
    private readonly ClientMistakes _mistakes;
    private readonly CaseFixture _fixture;

    private FailureGallery()
    {
        _catalogue = FailureCatalogue.Load(RepositoryData.PathOf("failure-cases.json"));
        _groups = FailureGroups.Load();
        _cases = new GalleryCases(
            _catalogue,
            RecordedResults.Load(RepositoryData.PathOf("failure-results.json")),
            _groups
        );
        _mistakes = ClientMistakes.Load();
        _fixture = CaseFixture.Open(TimeProvider.System, DevicesFile.Read(RepositoryData.PathOf("devices.json")));
    }

    /// <summary>Reads the catalogue and makes the keys that its cases share.</summary>
    /// <exception cref="InvalidDataException">A file of data is wrong; the message names file and place.</exception>
    public static FailureGallery Open() => new();

    /// <summary>Every case: groups by methods, and below each group its checks and cases.</summary>
    public FailureMatrixView Matrix() => new([.. _groups.Groups.Select(Shown)], MethodColumns.All, _cases.All);

    /// <summary>How many checks are behind each answer.</summary>
    public SharedResponsesChart SharedAnswers() => new(_cases.SharedAnswers);

    /// <summary>The cases that speak of all these words: in id, title, reason, group, check or answer.</summary>
    /// <param name="words">For example <c>aud slash</c>.</param>
    public TableView Find(string words)
    {
        var found = _catalogue.Cases.Zip(_cases.All).Where(pair => Speaks(pair.First, pair.Second, words)).ToList();
        return new TableView(
            $"Cases with '{words}'",
            $"{found.Count} of {_cases.All.Count}",
            ["Case", "What is sent", "Answer", "Check", "Sent by"],
            [
                .. found.Select(pair =>
                    new[]
                    {
                        pair.First.Id,
                        pair.First.Title,
                        pair.Second.Response,
                        pair.Second.Check ?? "none fails",
                        string.Join(", ", pair.First.Methods),
                    }
                ),
            ]
        );
    }

    /// <summary>Closes nothing but forgets every key.</summary>
    public void Dispose() => _fixture.Dispose();

    private static bool Speaks(FailureCase failureCase, GalleryCase shown, string words)
    {
        var text = string.Join(
            ' ',
            failureCase.Id,
            failureCase.Title,
            failureCase.Why,
            shown.Group,
            shown.Check,
            shown.Response
        );
        return words
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .All(word => text.Contains(word, StringComparison.OrdinalIgnoreCase));
    }

    private static GalleryGroup Shown(FailureGroup group) => new(group.Name, group.Asks);

    // Whoever types j24 means J24.
    private FailureCase ById(string caseId) =>
        _catalogue.Cases.FirstOrDefault(one => one.Id.Equals(caseId, StringComparison.OrdinalIgnoreCase))
        ?? _catalogue.Find(caseId);

    /// <exception cref="ArgumentException">No such case, or not by this method; the message says what there is.</exception>
    private FailureCase Find(string caseId, string method)
    {
        var failureCase = ById(caseId);
        return failureCase.Methods.Contains(method)
            ? failureCase
            : throw new ArgumentException(
                $"The case {caseId} is not sent by '{method}', but by {string.Join(", ", failureCase.Methods)}.",
                nameof(method)
            );
    }

    private Task<CaseResult> RunAsync(FailureCase failureCase, string method, CancellationToken cancellationToken) =>
        new CaseRunner(_fixture).RunAsync(failureCase, method, cancellationToken);
}
