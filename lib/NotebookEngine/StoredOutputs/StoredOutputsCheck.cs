using NotebookEngine.Comparison;
using NotebookEngine.Files;
using NotebookEngine.Notebooks;
using NotebookEngine.Reports;
using NotebookEngine.Running;

namespace NotebookEngine.StoredOutputs;

/// <summary>Compares the stored outputs of notebooks with those of a fresh run, or updates them.</summary>
internal sealed class StoredOutputsCheck
{
    private readonly StoredOutputsMode _use;
    private readonly Dictionary<string, StoredNotebook> _stored;

    /// <summary>Reads the files, before anything runs.</summary>
    internal StoredOutputsCheck(StoredOutputsMode use, IEnumerable<Notebook> notebooks)
    {
        _use = use;
        _stored =
            use == StoredOutputsMode.None
                ? []
                : notebooks.ToDictionary(notebook => notebook.Path, StoredNotebook.Read, StringComparer.Ordinal);
    }

    /// <returns>The result with what is wrong with the stored outputs. A notebook that failed is left as it is.</returns>
    /// <exception cref="IOException">The file cannot be written.</exception>
    internal async Task<NotebookResult> ApplyAsync(NotebookResult result)
    {
        if (result.Outcome != NotebookOutcome.Passed || !_stored.TryGetValue(result.Path, out var stored))
        {
            return result;
        }

        var notebook = result.Notebook!;
        var executed = ExecutedNotebook.ToJson(result);
        var fresh = SavedNotebook.Parse(executed);
        var problems = StoredOutputProblems.Between(stored.Saved, fresh, notebook);
        if (_use == StoredOutputsMode.Update)
        {
            return problems is [] ? result : Update(stored, fresh, executed, result);
        }

        return problems is []
            ? result
            : result.With(StoredOutputProblems.Explained(problems, await CommittedNotebook.EditedCellsAsync(notebook)));
    }

    private static NotebookResult Update(
        StoredNotebook stored,
        SavedNotebook fresh,
        string executed,
        NotebookResult result
    )
    {
        var exposed = Exposures.Of(result.Notebook!).In(fresh, result.Notebook!).ToList();
        if (exposed.Count > 0)
        {
            return result.With(exposed);
        }

        if (stored.HasChanged)
        {
            const string Changed = "the file was changed while its cells ran: run --update again";
            return result.With([new OutputProblem(OutputProblemKind.Stale, Cell: null, Changed)]);
        }

        AtomicFile.Write(result.Path, executed);
        return result with { IsUpdated = true };
    }
}
