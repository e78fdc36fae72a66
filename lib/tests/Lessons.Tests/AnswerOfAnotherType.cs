using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NotebookEngine.Notebooks;

namespace Lessons.Tests;

/// <summary>An exercise whose variable a learner has declared with another type than the stub does.</summary>
internal static class AnswerOfAnotherType
{
    private const string Suffix = "-of-another-type";

    public static bool Is(string cellId) => cellId.EndsWith(Suffix, StringComparison.Ordinal);

    /// <summary>The identifier of the cell.</summary>
    public static string IdOf(string exercise) => exercise + Suffix;

    public static NotebookCell To(NotebookCell exercise)
    {
        var code = CSharpSyntaxTree.ParseText(exercise.Source, new CSharpParseOptions(kind: SourceCodeKind.Script));
        // The stub declares one variable, and what checks it follows.
        var stub = code.GetCompilationUnitRoot().Members.OfType<FieldDeclarationSyntax>().First();
        var name = stub.Declaration.Variables.Single().Identifier.Text;
        return exercise with
        {
            Id = IdOf(exercise.Id),
            Source = exercise
                .Source.Remove(stub.SpanStart, stub.Span.Length)
                .Insert(stub.SpanStart, $"Version {name} = new(1, 0);"),
        };
    }
}
