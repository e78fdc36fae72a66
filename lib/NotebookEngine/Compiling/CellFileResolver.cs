using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Scripting;

namespace NotebookEngine.Compiling;

/// <summary>
/// Resolves <c>#r</c> against the notebook's folder. A cell's own "file name" is its id and says nothing about a folder,
/// so it is left out; a loaded <c>.csx</c> has a real one.
/// </summary>
internal sealed class CellFileResolver(string folder, SessionLibraries libraries) : MetadataReferenceResolver
{
    private readonly ScriptMetadataResolver _resolver = ScriptMetadataResolver.Default.WithBaseDirectory(folder);

    public override bool ResolveMissingAssemblies => _resolver.ResolveMissingAssemblies;

    public override PortableExecutableReference? ResolveMissingAssembly(
        MetadataReference definition,
        AssemblyIdentity referenceIdentity
    )
    {
        var found = _resolver.ResolveMissingAssembly(definition, referenceIdentity);
        libraries.Load(found?.FilePath);
        return found;
    }

    public override ImmutableArray<PortableExecutableReference> ResolveReference(
        string reference,
        string? baseFilePath,
        MetadataReferenceProperties properties
    )
    {
        var found = _resolver.ResolveReference(reference, Rooted(baseFilePath), properties);
        foreach (var library in found)
        {
            libraries.Load(library.FilePath);
        }

        return found;
    }

    public override bool Equals(object? other) =>
        other is CellFileResolver resolver && _resolver.Equals(resolver._resolver);

    public override int GetHashCode() => _resolver.GetHashCode();

    internal static string? Rooted(string? path) => Path.IsPathRooted(path) ? path : null;
}

/// <summary>Resolves <c>#load</c> against the notebook's folder, and inside a loaded file against that file's folder.</summary>
internal sealed class CellSourceResolver(string folder) : SourceFileResolver([], folder)
{
    public override string? ResolveReference(string path, string? baseFilePath) =>
        base.ResolveReference(path, CellFileResolver.Rooted(baseFilePath));

    // Otherwise the debug information would put the folder in front of the cell's id.
    public override string? NormalizePath(string path, string? baseFilePath) =>
        Path.IsPathRooted(path) ? base.NormalizePath(path, baseFilePath) : path;
}
