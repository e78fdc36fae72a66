using ClientAuth.Protocol.Recording;
using ClientAuth.Visuals.Drawing;
using ClientAuth.Visuals.Figures;
using ClientAuth.Visuals.Text;
using ClientAuth.Visuals.Transcripts;

namespace ClientAuth.Visuals.Charts;

/// <summary>Which check refuses which request, how far each request came before, and what the client was told: requests down, checks across.</summary>
public sealed class FailingChecksChart(params IReadOnlyList<CheckedRequest> requests) : Chart(Read(requests))
{
    private protected override string Summary()
    {
        var refused = requests.Where(request => request.Trace.Refusing() is not null).ToList();
        var list = string.Join(
            "; ",
            refused.Select(r => $"{r.Request} by {r.Trace.Refusing()!.Check} ({Response(r)})")
        );
        var count = $"{Title}: {Numbers.Show(refused.Count)} of {Numbers.Show(requests.Count)} refused";
        return refused.Count == 0 ? count : $"{count}: {list}";
    }

    private static MatrixFigure Read(IReadOnlyList<CheckedRequest> requests)
    {
        var columns = CheckColumns.Of([.. requests.Select(request => request.Trace)]);
        var names = DistinctNames.Of(requests.Select(request => request.Request));
        return new MatrixFigure(
            "Which check refuses which request",
            "checks, in the server's order",
            "what was sent",
            columns,
            [.. requests.Zip(names, (request, name) => Row(request, name, columns))]
        );
    }

    private static MatrixRow Row(CheckedRequest request, string name, IReadOnlyList<MatrixColumn> columns)
    {
        var refusing = request.Trace.Refusing();
        var passed = request
            .Trace.Decisions.Where(decision => decision.Verdict == Verdict.Passed)
            .Select(decision => decision.Check)
            .ToHashSet();
        return new MatrixRow(
            name,
            [.. Cells(columns, passed, refusing?.Check)],
            refusing?.Check ?? $"✓ all {Numbers.Show(passed.Count)} checks passed",
            refusing is not null,
            Response(request)
        );
    }

    private static IEnumerable<MatrixCell> Cells(
        IReadOnlyList<MatrixColumn> columns,
        HashSet<string> passed,
        string? refusing
    )
    {
        var ended = false;
        foreach (var column in columns)
        {
            var ends = refusing is not null && column.Checks.Contains(refusing);
            yield return ends ? MatrixCell.Failed
            : ended ? MatrixCell.NotReached
            : column.Checks.Any(passed.Contains) ? MatrixCell.Passed
            : MatrixCell.NoSuchCheck;
            ended |= ends;
        }
    }

    private static string Response(CheckedRequest request)
    {
        var response = request.Response;
        return response.Status == RecordedResponse.Nothing.Status
            ? "no response"
            : $"{Numbers.Show(response.Status)} {ErrorCode.In(response.Body) ?? ReasonPhrase.Of(response.Status)}".TrimEnd();
    }
}
