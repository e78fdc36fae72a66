using System.Runtime.InteropServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NotebookEngine.Execution;

namespace NotebookEngine.Compiling;

/// <summary>Finds a <c>#r</c> of a library that the compiler can read and this process cannot load.</summary>
internal sealed class RefusedLibrary(CellText cell, SessionLibraries libraries, string folder)
{
    /// <summary>The first as a failure of the cell, or null.</summary>
    internal CellFailure? In(Compilation compilation)
    {
        var path = compilation
            .DirectiveReferences.OfType<PortableExecutableReference>()
            .Select(reference => reference.FilePath)
            .FirstOrDefault(libraries.HasRefused);
        if (path is null)
        {
            return null;
        }

        var line = LineOf(path);
        return new CellFailure
        {
            Kind = FailureKind.Compilation,
            Name = "UnusableLibrary",
            Message =
                $"{path} was built for another processor than this engine's {RuntimeInformation.ProcessArchitecture}, "
                + "or is damaged. Build it for AnyCPU",
            Line = line,
            SourceLine = cell.Line(line),
        };
    }

    private int? LineOf(string path) =>
        cell
            .Root.DescendantTrivia()
            .Select(trivia => trivia.GetStructure())
            .OfType<ReferenceDirectiveTriviaSyntax>()
            .Where(reference => Path.GetFullPath(reference.File.ValueText, folder) == path)
            .Select(reference => (int?)cell.LineOf(reference.SpanStart))
            .FirstOrDefault();
}
