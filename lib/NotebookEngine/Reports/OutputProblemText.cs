using System.Globalization;
using NotebookEngine.Running;

namespace NotebookEngine.Reports;

/// <summary>A problem with stored outputs in words: which kind, where, and what.</summary>
internal static class OutputProblemText
{
    internal static string Of(NotebookResult notebook, OutputProblem problem)
    {
        var cell = problem.Cell is { } its
            ? string.Create(CultureInfo.InvariantCulture, $", cell {its.Number} ({its.Id})")
            : "";
        return PrintableText.Of(
            $"{problem.Kind.ToString().ToUpperInvariant()} {notebook.Name}{cell}: {problem.Told.Replace("\n", "\n ", StringComparison.Ordinal)}"
        );
    }
}
