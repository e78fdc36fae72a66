using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace NotebookEngine.Compiling;

/// <summary>
/// Finds the expression-bodied lambdas of a cell that become delegates. Those can take a statement; one that becomes a LINQ
/// expression tree, or stands in one, cannot: the compiler refuses it (CS0834).
/// </summary>
internal static class DelegateLambdas
{
    /// <param name="id">The cell's id, which is its file name in the compilation.</param>
    /// <param name="root">The cell, parsed.</param>
    /// <param name="compile">Gives the compilation of the cell as it was written; called only where there is such a lambda.</param>
    /// <returns>Whether each returns nothing, by its place in the cell.</returns>
    internal static IReadOnlyDictionary<TextSpan, bool> In(string id, SyntaxNode root, Func<Compilation> compile)
    {
        if (!Expressions(root).Any())
        {
            return new Dictionary<TextSpan, bool>();
        }

        var compilation = compile();
        var tree = compilation.SyntaxTrees.First(tree => tree.FilePath == id);
        var model = compilation.GetSemanticModel(tree);
        return Expressions(tree.GetRoot())
            .Where(lambda => lambda.AncestorsAndSelf().OfType<LambdaExpressionSyntax>().All(IsDelegate))
            .ToDictionary(lambda => lambda.Span, ReturnsNothing);

        bool IsDelegate(LambdaExpressionSyntax lambda) =>
            model.GetTypeInfo(lambda).ConvertedType is { TypeKind: TypeKind.Delegate };

        bool ReturnsNothing(LambdaExpressionSyntax lambda) =>
            lambda.ExpressionBody is ThrowExpressionSyntax
            || model.GetSymbolInfo(lambda).Symbol is not IMethodSymbol method
            || method.ReturnsVoid
            || (method.IsAsync && method.ReturnType is INamedTypeSymbol { IsGenericType: false });
    }

    private static IEnumerable<LambdaExpressionSyntax> Expressions(SyntaxNode root) =>
        root.DescendantNodes().OfType<LambdaExpressionSyntax>().Where(lambda => lambda.ExpressionBody is not null);
}
