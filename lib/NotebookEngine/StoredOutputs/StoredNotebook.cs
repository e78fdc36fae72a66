using NotebookEngine.Comparison;
using NotebookEngine.Notebooks;

namespace NotebookEngine.StoredOutputs;

/// <summary>A notebook's file with the outputs in it, as it was before the run.</summary>
internal sealed class StoredNotebook
{
    private readonly string _path;
    private readonly string _text;

    private StoredNotebook(string path, string text)
    {
        _path = path;
        _text = text;
        Saved = SavedNotebook.Parse(text);
    }

    internal SavedNotebook Saved { get; }

    /// <summary>Whether the file has been saved with another text since.</summary>
    internal bool HasChanged => File.ReadAllText(_path) != _text;

    internal static StoredNotebook Read(Notebook notebook) => new(notebook.Path, File.ReadAllText(notebook.Path));
}
