using Microsoft.CodeAnalysis;

namespace NotebookEngine.Sessions;

/// <summary>Resolves <c>#load</c> against the notebook's folder, and inside a loaded file against that file's folder.</summary>
internal sealed class CellSourceResolver(string folder) : SourceFileResolver([], folder)
{
    public override string? ResolveReference(string path, string? baseFilePath) =>
        base.ResolveReference(path, CellFileResolver.Rooted(baseFilePath));

    // Otherwise the debug information would put the folder in front of the cell's id.
    public override string? NormalizePath(string path, string? baseFilePath) =>
        Path.IsPathRooted(path) ? base.NormalizePath(path, baseFilePath) : path;
}
