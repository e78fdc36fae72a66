using System.Globalization;
using NotebookEngine.Running;

namespace NotebookEngine.Progress;

/// <summary>One line per cell as it starts and one per notebook as it ends; nothing is ever redrawn.</summary>
internal sealed class PlainProgress(TextWriter output) : IProgress<RunEvent>
{
    private readonly Lock _gate = new();

    public void Report(RunEvent value)
    {
        if (Line(value) is { } line)
        {
            lock (_gate)
            {
                output.Write($"{line}\n");
            }
        }
    }

    private static string? Line(RunEvent happened) =>
        happened switch
        {
            RunEvent.CellStarted started => string.Create(
                CultureInfo.InvariantCulture,
                $"{started.Notebook.Name}  [{started.Number}/{started.Notebook.CodeCells.Count()}] {started.Cell.Id}"
            ),
            RunEvent.NotebookFinished { Result: var result } => string.Create(
                CultureInfo.InvariantCulture,
                $"{result.Name}  {OutcomeWord.Of(result.Outcome)} in {result.Duration.TotalSeconds:0.00} s"
            ),
            _ => null,
        };
}
