using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NotebookEngine.Language;

/// <summary>How the notebook declares a symbol, in its own words but for literals: one of them may be a secret.</summary>
internal static class Declaration
{
    private const string Hidden = "…";

    /// <summary>Null for what a library declares.</summary>
    internal static string? Of(ISymbol symbol, CancellationToken cancellationToken) =>
        symbol.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken) is { } node
            ? WithoutLiterals(Whole(node))
            : null;

    private static SyntaxNode Whole(SyntaxNode node) =>
        node.AncestorsAndSelf().FirstOrDefault(ancestor => ancestor is MemberDeclarationSyntax or StatementSyntax)
        ?? node;

    // Back to front, so that places ahead stay where they are.
    private static string WithoutLiterals(SyntaxNode node) =>
        node.DescendantTokens()
            .Where(IsLiteral)
            .Reverse()
            .Aggregate(
                node.ToString(),
                (text, literal) =>
                    text.Remove(literal.SpanStart - node.SpanStart, literal.Span.Length)
                        .Insert(literal.SpanStart - node.SpanStart, Hidden)
            );

    private static bool IsLiteral(SyntaxToken token) =>
        token.IsKind(SyntaxKind.InterpolatedStringTextToken)
        || (token.Parent is LiteralExpressionSyntax && !SyntaxFacts.IsKeywordKind(token.Kind()));
}
