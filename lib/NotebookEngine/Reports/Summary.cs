using System.Globalization;
using System.Text;
using NotebookEngine.Running;

namespace NotebookEngine.Reports;

/// <summary>The text that a run prints at its end; the last line is <c>N passed, N failed</c> and nothing else.</summary>
internal static class Summary
{
    internal static string Of(IReadOnlyList<NotebookResult> results)
    {
        var text = new StringBuilder();
        foreach (var result in results)
        {
            AppendProblem(text, result);
            AppendSkipped(text, result);
            AppendOutputs(text, result);
        }

        var passed = results.Count(result => result.Outcome == NotebookOutcome.Passed);
        return text.Append(CultureInfo.InvariantCulture, $"{passed} passed, {results.Count - passed} failed\n")
            .ToString();
    }

    private static string Count(IEnumerable<CellResult> cells) =>
        cells.Count() is var count and not 1 ? string.Create(CultureInfo.InvariantCulture, $"{count} cells") : "1 cell";

    private static void AppendProblem(StringBuilder text, NotebookResult result)
    {
        if (result.Problem is { } problem)
        {
            text.Append(PrintableText.Of($"UNREADABLE {result.Path}\n   {problem}\n"));
        }

        foreach (var cell in result.Cells.Where(cell => cell.Failure is not null))
        {
            var word = cell.Outcome == CellOutcome.TimedOut ? "TIMED OUT" : "FAILED";
            text.Append(CultureInfo.InvariantCulture, $"{word} {FailureText.Place(result, cell)}\n");
            text.AppendJoin("", FailureText.Lines(cell).Select(line => $"{line}\n"));
        }

        if (result.Outcome == NotebookOutcome.Cancelled)
        {
            text.Append(CultureInfo.InvariantCulture, $"CANCELLED {CancelledText.Of(result)}\n");
        }
    }

    private static void AppendOutputs(StringBuilder text, NotebookResult result)
    {
        foreach (var problem in result.OutputProblems)
        {
            text.Append(OutputProblemText.Of(result, problem)).Append('\n');
        }

        if (result.IsUpdated)
        {
            text.Append(CultureInfo.InvariantCulture, $"UPDATED {result.Name}\n");
        }
    }

    private static void AppendSkipped(StringBuilder text, NotebookResult result)
    {
        if (result.Outcome == NotebookOutcome.Cancelled)
        {
            return;
        }

        var reasons = result.Cells.Where(cell => cell.SkipReason is not null).GroupBy(cell => cell.SkipReason);
        foreach (var skipped in reasons)
        {
            text.Append(CultureInfo.InvariantCulture, $"SKIPPED {result.Name}, {Count(skipped)}: {skipped.Key}\n");
        }
    }
}
