using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.DotNet.Interactive.Formatting;
using NotebookEngine.Display;

namespace NotebookEngine.Compiling;

/// <summary>
/// The assemblies that every cell sees: the running framework, the formatter, and this one for <c>.Display()</c>.
/// Their metadata is read once and shared by all sessions.
/// </summary>
internal sealed class CellReferences
{
    private readonly Lock _gate = new();

    private CellReferences(ImmutableArray<MetadataReference> assemblies) => Assemblies = assemblies;

    internal ImmutableArray<MetadataReference> Assemblies { get; }

    /// <summary>
    /// Gives a compilation the types of the assemblies, one compilation at a time: two at once would each make types of
    /// their own, and a later cell would take those of the other session, which the compiler then cannot convert.
    /// </summary>
    internal void Bind(Compilation compilation)
    {
        lock (_gate)
        {
            _ = compilation.Assembly.Modules.First().ReferencedAssemblySymbols;
        }
    }

    /// <summary>Takes the framework that this process runs on.</summary>
    internal static CellReferences OfThisProcess()
    {
        var trusted = (string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!;
        string[] own = [typeof(DisplayExtensions).Assembly.Location, typeof(Formatter).Assembly.Location];
        var framework = FrameworkFileNames();
        // By name and not by folder: where a package brings a newer copy, that copy is the one that runs.
        var paths = trusted.Split(Path.PathSeparator).Where(path => framework.Contains(Path.GetFileName(path)));
        return new CellReferences([
            .. paths.Concat(own).Select(path => (MetadataReference)MetadataReference.CreateFromFile(path)),
        ]);
    }

    private static HashSet<string> FrameworkFileNames()
    {
        string[] folders =
        [
            Path.GetDirectoryName(typeof(object).Assembly.Location)!,
            Path.GetDirectoryName(typeof(Microsoft.AspNetCore.Http.HttpContext).Assembly.Location)!,
        ];
        return
        [
            .. folders
                .SelectMany(folder => Directory.EnumerateFiles(folder, "*.dll"))
                .Select(path => Path.GetFileName(path)),
        ];
    }
}
