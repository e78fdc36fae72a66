using System.Text.Json;
using NotebookEngine.Running;

namespace NotebookEngine.Reports;

/// <summary>Results as JSON; <see cref="ResultDocument"/> is its schema.</summary>
internal static class JsonReport
{
    internal static string Of(IReadOnlyList<NotebookResult> results)
    {
        var passed = results.Count(result => result.Outcome == NotebookOutcome.Passed);
        var document = new ResultDocument(passed, results.Count - passed, [.. results.Select(Entry)]);
        return JsonSerializer.Serialize(document, ReportJson.Default.ResultDocument) + "\n";
    }

    private static NotebookEntry Entry(NotebookResult result) =>
        new(
            result.Name,
            result.Path,
            OutcomeWord.Of(result.Outcome),
            result.Problem,
            result.OutputProblems is []
                ? null
                : [.. result.OutputProblems.Select(problem => OutputProblemText.Of(result, problem))],
            Math.Round(result.Duration.TotalSeconds, 3),
            [.. result.Cells.Select(Entry)]
        );

    private static CellEntry Entry(CellResult cell) =>
        new(
            cell.Id,
            cell.Cell.Number,
            OutcomeWord.Of(cell.Outcome),
            cell.SkipReason,
            Math.Round(cell.Duration.TotalSeconds, 3),
            cell.Failure is { } failure
                ? new FailureEntry(
                    failure.Name,
                    failure.Message,
                    failure.Line,
                    failure.Column,
                    failure.SourceLine,
                    failure.Details,
                    failure.Values.ToDictionary(value => value.Name, value => value.Value)
                )
                : null
        );
}
