namespace NotebookEngine.Notebooks;

/// <summary>The three kinds of cell that nbformat 4 knows.</summary>
public enum CellKind
{
    Code,
    Markdown,
    Raw,
}
