using System.Text.Json;
using NotebookEngine.Notebooks;

namespace NotebookEngine.StoredOutputs;

/// <summary>A notebook as git has it in the last commit. It tells an edit in the file from outputs that were committed stale.</summary>
internal static class CommittedNotebook
{
    /// <returns>
    /// The ids of the cells whose text is another than in the commit; none where git has no such file, and where there is no git.
    /// </returns>
    internal static async Task<IReadOnlyList<string>> EditedCellsAsync(Notebook notebook)
    {
        if (await GitFile.ReadAsync(notebook.Folder, "HEAD", Path.GetFileName(notebook.Path)) is not { } text)
        {
            return [];
        }

        using var committed = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = 256 });
        var sources = committed
            .RootElement.GetProperty("cells")
            .EnumerateArray()
            .Select((cell, index) => (Id: IdOf(cell, index + 1), Source: SourceOf(cell.GetProperty("source"))))
            .ToHashSet();
        var now = notebook.Cells.Select(cell => (cell.Id, cell.Source)).ToHashSet();
        return [.. now.Except(sources).Concat(sources.Except(now)).Select(cell => cell.Id).Distinct()];
    }

    private static string IdOf(JsonElement cell, int number) =>
        cell.TryGetProperty("id", out var id) ? id.GetString()! : $"cell-{number}";

    // The format knows a text and a list of its lines.
    private static string SourceOf(JsonElement source) =>
        source.ValueKind == JsonValueKind.String
            ? source.GetString()!
            : string.Concat(source.EnumerateArray().Select(line => line.GetString()));
}
