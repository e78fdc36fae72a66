using System.Text.Json;

namespace NotebookEngine.Notebooks;

/// <summary>A C# notebook as read from a file (nbformat 4.0 to 4.5). Never changes; nothing writes back to its file.</summary>
public sealed record Notebook
{
    /// <summary>Absolute path of the file.</summary>
    public required string Path { get; init; }

    public required IReadOnlyList<NotebookCell> Cells { get; init; }

    /// <summary>All metadata, unknown members included.</summary>
    public required JsonElement Metadata { get; init; }

    /// <summary>The file's name without extension: how reports call the notebook.</summary>
    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    /// <summary>Absolute path of the folder, which is the working directory while the notebook runs.</summary>
    public string Folder => System.IO.Path.GetDirectoryName(Path)!;

    public IEnumerable<NotebookCell> CodeCells => Cells.Where(cell => cell.Kind == CellKind.Code);

    /// <summary>Reads a notebook strictly.</summary>
    /// <exception cref="UnreadableNotebookException">The file is missing, no JSON, or breaks a rule of nbformat.</exception>
    public static Notebook Read(string path) => NotebookReader.Read(System.IO.Path.GetFullPath(path));

    /// <summary>The same notebook with one cell's text replaced, for example by a solution or by a wrong answer.</summary>
    /// <exception cref="ArgumentException">No cell has that id.</exception>
    public Notebook WithSource(string cellId, string source)
    {
        if (Cells.All(cell => cell.Id != cellId))
        {
            throw new ArgumentException($"{Name} has no cell '{cellId}'", nameof(cellId));
        }

        return this with
        {
            Cells = [.. Cells.Select(cell => cell.Id == cellId ? cell with { Source = source } : cell)],
        };
    }
}
