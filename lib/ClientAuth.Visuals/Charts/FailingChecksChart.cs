using ClientAuth.Protocol.Recording;
using ClientAuth.Visuals.Text;

namespace ClientAuth.Visuals.Charts;

/// <summary>Which check refuses which request, and how far each request came before: requests down, checks across.</summary>
public sealed class FailingChecksChart(params IReadOnlyList<CheckedRequest> requests) : Chart(Read(requests))
{
    private protected override string Summary()
    {
        var refused = requests.Where(request => request.Trace.Failure is not null).ToList();
        var list = string.Join("; ", refused.Select(r => $"{r.Request} by {r.Trace.Failure!.Check}"));
        var count = $"{Title}: {Numbers.Show(refused.Count)} of {Numbers.Show(requests.Count)} refused";
        return refused.Count == 0 ? count : $"{count}: {list}";
    }

    private static DotFigure Read(IReadOnlyList<CheckedRequest> requests) =>
        new(
            "Which check refuses which request",
            "checks, in the server's order",
            "request",
            CheckOrder.Of(requests.Select(request => request.Trace)),
            [.. requests.Zip(DistinctNames.Of(requests.Select(request => request.Request)), Row)]
        );

    private static DotRow Row(CheckedRequest request, string name) =>
        new(
            name,
            [.. request.Trace.Decisions.Where(d => d.Verdict == Verdict.Passed).Select(d => d.Check).Distinct()],
            request.Trace.Failure?.Check
        );
}
