namespace NotebookEngine.Notebooks;

/// <summary>A file is no notebook that this engine may run; the message says where and why.</summary>
public sealed class UnreadableNotebookException(string path, string reason, Exception? innerException = null)
    : Exception($"{path}: {reason}", innerException)
{
    /// <summary>Absolute path of the file.</summary>
    public string Path { get; } = path;

    /// <summary>Where in the file, and what is wrong there.</summary>
    public string Reason { get; } = reason;
}
