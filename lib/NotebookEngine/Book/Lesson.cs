using NotebookEngine.Comparison;
using NotebookEngine.Notebooks;
using NotebookEngine.Reports;
using NotebookEngine.Running;

namespace NotebookEngine.Book;

/// <summary>A notebook with the outputs that its page shows.</summary>
internal sealed record Lesson(Notebook Notebook, SavedNotebook Outputs)
{
    /// <summary>With the outputs that the file holds.</summary>
    /// <exception cref="UnreadableNotebookException">The file cannot be read.</exception>
    internal static Lesson Stored(string path) => new(Notebook.Read(path), SavedNotebook.Read(path));

    /// <summary>With the outputs of a run.</summary>
    internal static Lesson Executed(NotebookResult result) =>
        new(result.Notebook!, SavedNotebook.Parse(ExecutedNotebook.ToJson(result)));
}
