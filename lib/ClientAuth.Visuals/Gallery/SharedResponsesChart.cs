using ClientAuth.Visuals.Charts;
using ClientAuth.Visuals.Drawing;
using ClientAuth.Visuals.Figures;
using ClientAuth.Visuals.Text;

namespace ClientAuth.Visuals.Gallery;

/// <summary>How many different checks of the server end in the same response: a bar for each response.</summary>
public sealed class SharedResponsesChart(params IReadOnlyList<SharedResponse> responses) : Chart(Read(responses))
{
    private protected override string Summary() =>
        responses.Count == 0
            ? $"{Title}: no answer"
            : $"{Title}: {string.Join("; ", responses.Select(response => $"{response.Response} for {Checks(response)} in {Cases(response)}"))}";

    private static BarFigure Read(IReadOnlyList<SharedResponse> responses) =>
        new(
            "One answer, many causes",
            "different checks that end in this answer",
            "answer",
            "checks",
            DistinctNames.Of(responses.Select(response => response.Response)),
            [new BarSeries("checks", [.. responses.Select(response => (double)response.Checks)], SeriesLook.At(1))]
        );

    private static string Checks(SharedResponse response) =>
        response.Checks == 1 ? "1 check" : $"{Numbers.Show(response.Checks)} checks";

    private static string Cases(SharedResponse response) =>
        response.Cases == 1 ? "1 case" : $"{Numbers.Show(response.Cases)} cases";
}

/// <summary>One response that a client may get, and how many checks and cases end in it.</summary>
/// <param name="Response">Status and error code.</param>
/// <param name="Checks">How many different checks end in it.</param>
/// <param name="Cases">How many cases do.</param>
public sealed record SharedResponse(string Response, int Checks, int Cases);
