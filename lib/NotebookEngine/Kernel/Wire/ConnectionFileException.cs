namespace NotebookEngine.Kernel.Wire;

/// <summary>A connection file that the kernel cannot serve.</summary>
internal sealed class ConnectionFileException(string path, string reason)
    : Exception($"connection file {path}: {reason}");
