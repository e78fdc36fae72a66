using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Scripting;
using NotebookEngine.Sessions;

namespace NotebookEngine.Language;

/// <summary>Finds what <c>#r</c> names as the session does, and loads nothing: the cell may never be run.</summary>
internal sealed class LibraryResolver(string folder) : MetadataReferenceResolver
{
    private readonly ScriptMetadataResolver _resolver = ScriptMetadataResolver.Default.WithBaseDirectory(folder);

    public override bool ResolveMissingAssemblies => _resolver.ResolveMissingAssemblies;

    public override PortableExecutableReference? ResolveMissingAssembly(
        MetadataReference definition,
        AssemblyIdentity referenceIdentity
    ) => _resolver.ResolveMissingAssembly(definition, referenceIdentity);

    public override ImmutableArray<PortableExecutableReference> ResolveReference(
        string reference,
        string? baseFilePath,
        MetadataReferenceProperties properties
    ) => _resolver.ResolveReference(reference, CellFileResolver.Rooted(baseFilePath), properties);

    public override bool Equals(object? other) =>
        other is LibraryResolver resolver && _resolver.Equals(resolver._resolver);

    public override int GetHashCode() => _resolver.GetHashCode();
}
