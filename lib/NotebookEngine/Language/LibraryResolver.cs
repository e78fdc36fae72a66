using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Scripting;
using NotebookEngine.Compiling;

namespace NotebookEngine.Language;

/// <summary>Finds what <c>#r</c> names as the session does, and loads nothing: the cell may never be run.</summary>
internal sealed class LibraryResolver(string folder) : MetadataReferenceResolver
{
    private readonly ConcurrentDictionary<
        Asked,
        ImmutableArray<(PortableExecutableReference Reference, DateTime Written)>
    > _kept = new();
    private readonly ScriptMetadataResolver _resolver = ScriptMetadataResolver.Default.WithBaseDirectory(folder);

    public override bool ResolveMissingAssemblies => _resolver.ResolveMissingAssemblies;

    public override PortableExecutableReference? ResolveMissingAssembly(
        MetadataReference definition,
        AssemblyIdentity referenceIdentity
    ) =>
        Kept(
                new(definition.Display, referenceIdentity.GetDisplayName(), default),
                () => _resolver.ResolveMissingAssembly(definition, referenceIdentity) is { } found ? [found] : []
            )
            .FirstOrDefault();

    public override ImmutableArray<PortableExecutableReference> ResolveReference(
        string reference,
        string? baseFilePath,
        MetadataReferenceProperties properties
    ) =>
        Kept(
            new(baseFilePath, reference, properties),
            () => _resolver.ResolveReference(reference, CellFileResolver.Rooted(baseFilePath), properties)
        );

    public override bool Equals(object? other) =>
        other is LibraryResolver resolver && _resolver.Equals(resolver._resolver);

    public override int GetHashCode() => _resolver.GetHashCode();

    // Each compilation asks anew, and Roslyn reads the whole file each time. A file that has been built again is read again.
    private ImmutableArray<PortableExecutableReference> Kept(
        Asked asked,
        Func<ImmutableArray<PortableExecutableReference>> resolve
    )
    {
        if (
            _kept.TryGetValue(asked, out var kept)
            && kept.All(library => File.GetLastWriteTimeUtc(library.Reference.FilePath!) == library.Written)
        )
        {
            return [.. kept.Select(library => library.Reference)];
        }

        var resolved = resolve();
        if (!resolved.IsEmpty)
        {
            _kept[asked] = [.. resolved.Select(one => (one, File.GetLastWriteTimeUtc(one.FilePath!)))];
        }

        return resolved;
    }

    private readonly record struct Asked(string? By, string Library, MetadataReferenceProperties Properties);
}
