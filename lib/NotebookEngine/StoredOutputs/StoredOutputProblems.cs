using NotebookEngine.Comparison;
using NotebookEngine.Notebooks;
using NotebookEngine.Running;

namespace NotebookEngine.StoredOutputs;

/// <summary>What is wrong with stored outputs, given those of a fresh run of the same notebook.</summary>
internal static class StoredOutputProblems
{
    private const string HowToStore = "run --update stores those of a fresh run";

    /// <returns>None where a reader of the file sees what a fresh run shows, and nothing that must not be shown.</returns>
    internal static IReadOnlyList<OutputProblem> Between(
        SavedNotebook stored,
        SavedNotebook fresh,
        Notebook notebook
    ) => [.. Stale(stored, fresh, notebook), .. Exposures.Of(notebook).In(stored, notebook)];

    /// <summary>The same where cells are no longer those of the last commit: then that is why their outputs differ.</summary>
    internal static IReadOnlyList<OutputProblem> Explained(
        IReadOnlyList<OutputProblem> problems,
        IReadOnlyList<string> editedCells
    )
    {
        var isEdit = editedCells is not [] && problems.Any(problem => problem.Kind == OutputProblemKind.Stale);
        return isEdit
            ? [Edited(editedCells), .. problems.Where(problem => problem.Kind != OutputProblemKind.Stale)]
            : problems;
    }

    private static IEnumerable<OutputProblem> Stale(SavedNotebook stored, SavedNotebook fresh, Notebook notebook)
    {
        var differences = OutputDifference.Between(stored, fresh);
        return differences is not [] && !stored.HasOutputs
            ? [new(OutputProblemKind.Stale, Cell: null, $"holds no outputs: {HowToStore}")]
            : differences.Select(difference => new OutputProblem(
                OutputProblemKind.Stale,
                notebook.Cells.FirstOrDefault(cell => cell.Id == difference.CellId),
                difference.Told
            ));
    }

    private static OutputProblem Edited(IReadOnlyList<string> cells) =>
        new(
            OutputProblemKind.Edited,
            Cell: null,
            $"cells differ from the last commit ({string.Join(", ", cells)}), and the stored outputs are not theirs: {HowToStore}, "
                + "git restore brings the committed notebook back"
        );
}
