using System.Globalization;
using NotebookEngine.Running;

namespace NotebookEngine.Reports;

/// <summary>How far a notebook had come when the run was cancelled.</summary>
internal static class CancelledText
{
    internal static string Of(NotebookResult result) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{result.Name}: {result.Cells.Count(cell => cell.ExecutionCount is not null)} of {result.Cells.Count} cells had ended"
        );
}
