using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Scripting;

namespace NotebookEngine.Language;

/// <summary>Tells whether a cell that ran declares anything that later cells can see.</summary>
internal static class Submission
{
    /// <summary>False for a cell of plain statements: it adds nothing that could be completed or explained.</summary>
    internal static bool DeclaresSomething(Script script, CancellationToken cancellationToken)
    {
        var root = (CompilationUnitSyntax)script.GetCompilation().SyntaxTrees.Last().GetRoot(cancellationToken);
        return root.Usings.Count > 0
            || root.GetReferenceDirectives().Count > 0
            || root.GetLoadDirectives().Count > 0
            || root.Members.Any(member => member is not GlobalStatementSyntax || DeclaresVariable(member));
    }

    // out var, is T name, var (a, b): at a cell's own level they are variables of the session.
    private static bool DeclaresVariable(SyntaxNode statement) =>
        statement.DescendantNodes().Any(node => node is SingleVariableDesignationSyntax);
}
