using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using NotebookEngine.Running;

namespace NotebookEngine.Reports;

/// <summary>
/// Results as Markdown for the page of a job: GitHub Actions, Azure Pipelines and others show such a file. A table of the notebooks,
/// and below it what <see cref="Summary"/> says of each problem.
/// </summary>
internal static partial class MarkdownSummary
{
    internal static string Of(IReadOnlyList<NotebookResult> results)
    {
        var problems = Summary.Of(results).TrimEnd('\n').Split('\n');
        var text = new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"## Notebooks: {problems[^1]}\n\n")
            .Append("| notebook | result | cells passed | seconds |\n")
            .Append("| --- | --- | ---: | ---: |\n");
        foreach (var result in results)
        {
            AppendRow(text, result);
        }

        if (problems.Length > 1)
        {
            var details = string.Join('\n', problems[..^1]);
            var fence = FenceOf(details);
            text.Append(CultureInfo.InvariantCulture, $"\n{fence}text\n{details}\n{fence}\n");
        }

        return text.ToString();
    }

    private static void AppendRow(StringBuilder text, NotebookResult result)
    {
        var passed = result.Cells.Count(cell => cell.Outcome == CellOutcome.Passed);
        var outcome = OutcomeWord.Of(result.Outcome);
        var word = result.Outcome == NotebookOutcome.Passed ? outcome : $"**{outcome}**";
        text.Append(
            CultureInfo.InvariantCulture,
            $"| {Cell(result.Name)} | {word} | {passed} of {result.Cells.Count} | {result.Duration.TotalSeconds:0.0} |\n"
        );
    }

    // A file's name may hold what Markdown or a table takes for its own (GitHub Flavored Markdown, 2.4 and 4.10).
    private static string Cell(string name) =>
        Punctuation().Replace(PrintableText.Of(name).ReplaceLineEndings(" "), "\\$0");

    // Longer than any row of backticks in it, so that no text of a cell ends the block (CommonMark, 4.5).
    private static string FenceOf(string text) =>
        new('`', Math.Max(3, 1 + Backticks().Matches(text).Select(row => row.Length).DefaultIfEmpty().Max()));

    [GeneratedRegex("`+")]
    private static partial Regex Backticks();

    [GeneratedRegex(@"[\\`*_{}\[\]<>|~&]")]
    private static partial Regex Punctuation();
}
