using ClientAuth.FailureCases.Results;
using ClientAuth.Visuals;
using ClientAuth.Visuals.Gallery;

namespace ClientAuth.Lab.Gallery;

/// <summary>Requests without their answers, for those who want to say beforehand what comes of them.</summary>
public sealed partial class FailureGallery
{
    /// <summary>What a prediction says of a request that gets a token.</summary>
    public const string Accepted = "accepted";

    private const string Absent = "(absent)";
    private const string ByKey = Protocol.TokenEndpointAuthMethods.PrivateKeyJwt;

    /// <summary>In what the requests of some cases differ from a good one, as <c>private_key_jwt</c> sends them.</summary>
    /// <param name="caseIds">For example <c>J18</c>.</param>
    /// <exception cref="ArgumentException">No such case, or not by this method; the message says what there is.</exception>
    public async Task<TableView> RequestsAsync(params IReadOnlyList<string> caseIds)
    {
        var results = await RunAllAsync([.. caseIds.Select(id => (Find(id, ByKey), ByKey))], default);
        return new TableView(
            "Requests without their results",
            $"{caseIds.Count} requests, each beside a good one",
            ["Case", "What is sent", "Part", "In a good request", "In this one"],
            [.. results.Select(Expected).SelectMany(shown => Rows(shown))]
        );
    }

    /// <summary>What a real server says of each case, by <c>private_key_jwt</c>: <see cref="Accepted"/>, or the check that failed.</summary>
    internal async Task<IReadOnlyDictionary<string, string>> VerdictsAsync(
        IReadOnlyList<string> caseIds,
        CancellationToken cancellationToken
    )
    {
        var results = await RunAllAsync([.. caseIds.Select(id => (Find(id, ByKey), ByKey))], cancellationToken);
        return results.ToDictionary(
            result => result.Case.Id,
            result =>
                CaseResponse.AllOf(result).Select(answer => answer.Check).OfType<string>().FirstOrDefault(Accepted)
        );
    }

    private static IEnumerable<string[]> Rows(ShownCase shown) =>
        shown is { Sent: { } sent, Mended: { } mended }
            ? Differences(AssertionParts.Of(mended), AssertionParts.Of(sent))
                .Select(part => new[] { shown.Id, shown.Title, part.Name, part.Good, part.Sent })
            :
            [
                [shown.Id, shown.Title, "(nothing to compare)", Absent, Absent],
            ];

    private static IEnumerable<(string Name, string Good, string Sent)> Differences(
        IReadOnlyDictionary<string, string> good,
        IReadOnlyDictionary<string, string> sent
    ) =>
        good
            .Keys.Union(sent.Keys)
            .Select(name =>
                (Name: name, Good: good.GetValueOrDefault(name, Absent), Sent: sent.GetValueOrDefault(name, Absent))
            )
            .Where(part => part.Good != part.Sent);
}
