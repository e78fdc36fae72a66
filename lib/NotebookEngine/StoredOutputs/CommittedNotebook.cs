using System.Text;
using NotebookEngine.Notebooks;

namespace NotebookEngine.StoredOutputs;

/// <summary>A notebook as git has it in the last commit. It tells an edit in the file from outputs that were committed stale.</summary>
internal static class CommittedNotebook
{
    /// <returns>
    /// The ids of the cells whose text is another than in the commit; none where git has no such file or none that can be read, and where there is no git.
    /// </returns>
    internal static async Task<IReadOnlyList<string>> EditedCellsAsync(Notebook notebook)
    {
        if (await GitFile.ReadAsync(notebook.Folder, "HEAD", Path.GetFileName(notebook.Path)) is not { } text)
        {
            return [];
        }

        try
        {
            var committed = NotebookReader.Parse(notebook.Path, Encoding.UTF8.GetBytes(text));
            var sources = committed.Cells.Select(cell => (cell.Id, cell.Source)).ToHashSet();
            var now = notebook.Cells.Select(cell => (cell.Id, cell.Source)).ToHashSet();
            return [.. now.Except(sources).Concat(sources.Except(now)).Select(cell => cell.Id).Distinct()];
        }
        catch (UnreadableNotebookException)
        {
            return [];
        }
    }
}
