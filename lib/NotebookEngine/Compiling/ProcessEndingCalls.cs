using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NotebookEngine.Execution;

namespace NotebookEngine.Compiling;

/// <summary>Finds calls in a cell that would end the whole run, with all notebooks in it.</summary>
internal sealed class ProcessEndingCalls(CellText cell)
{
    /// <summary>The first as a failure of the cell, or null.</summary>
    /// <param name="compiled">With checks written into it.</param>
    /// <param name="asWritten">The same without; asked only where a name is suspicious.</param>
    internal CellFailure? In(Compilation compiled, Func<Compilation> asWritten) =>
        Suspects(compiled).Any() ? In(asWritten()) : null;

    private CellFailure? In(Compilation compilation)
    {
        var call = Suspects(compilation).FirstOrDefault(call => IsOfEnvironment(call, compilation));
        if (call is null)
        {
            return null;
        }

        var line = cell.LineOf(call.SpanStart);
        return new CellFailure
        {
            Kind = FailureKind.Compilation,
            Name = "UnsupportedCall",
            Message = $"'{call}' would end the whole run, not the cell. To end a cell early, use return;",
            Line = line,
            SourceLine = cell.Line(line),
        };
    }

    private static IEnumerable<InvocationExpressionSyntax> Suspects(Compilation compilation) =>
        compilation
            .SyntaxTrees.SelectMany(tree => tree.GetRoot().DescendantNodes())
            .OfType<InvocationExpressionSyntax>()
            .Where(IsNamedSo);

    // Names are cheap to look at, meanings are not.
    private static bool IsNamedSo(InvocationExpressionSyntax call) =>
        call.Expression switch
        {
            MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText,
            IdentifierNameSyntax name => name.Identifier.ValueText,
            _ => null,
        }
            is nameof(Environment.Exit)
                or nameof(Environment.FailFast);

    private static bool IsOfEnvironment(InvocationExpressionSyntax call, Compilation compilation) =>
        compilation.GetSemanticModel(call.SyntaxTree).GetSymbolInfo(call).Symbol?.ContainingType.ToDisplayString()
        == typeof(Environment).FullName;
}
