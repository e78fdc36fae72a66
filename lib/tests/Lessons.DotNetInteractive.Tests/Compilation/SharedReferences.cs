using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Lessons.DotNetInteractive.Tests.Compilation;

/// <summary>
/// Finds assemblies as another resolver does, and gives every notebook the same ones: the compiler then reads an assembly once,
/// which takes longer than compiling a cell.
/// </summary>
internal sealed class SharedReferences(MetadataReferenceResolver resolver) : MetadataReferenceResolver
{
    private readonly ConcurrentDictionary<
        (string Reference, string? BaseFile, MetadataReferenceProperties Properties),
        ImmutableArray<PortableExecutableReference>
    > _resolved = new();

    private readonly ConcurrentDictionary<AssemblyIdentity, PortableExecutableReference?> _missing = new();

    public override bool ResolveMissingAssemblies => resolver.ResolveMissingAssemblies;

    public override ImmutableArray<PortableExecutableReference> ResolveReference(
        string reference,
        string? baseFilePath,
        MetadataReferenceProperties properties
    ) =>
        _resolved.GetOrAdd(
            (reference, baseFilePath, properties),
            asked => resolver.ResolveReference(asked.Reference, asked.BaseFile, asked.Properties)
        );

    public override PortableExecutableReference? ResolveMissingAssembly(
        MetadataReference definition,
        AssemblyIdentity referenceIdentity
    ) => _missing.GetOrAdd(referenceIdentity, asked => resolver.ResolveMissingAssembly(definition, asked));

    public override bool Equals(object? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => resolver.GetHashCode();
}
