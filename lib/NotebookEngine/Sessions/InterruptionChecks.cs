using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace NotebookEngine.Sessions;

/// <summary>
/// Writes checks into a cell's code: in each loop, in each body that may call itself, after each label, and between the
/// cell's own statements. No line is added, so every line keeps its number; columns change, and so the compiler's errors
/// are told from the text without checks. Expression-bodied lambdas stay as they are: they may be expression trees.
/// </summary>
internal static class InterruptionChecks
{
    private const string Check =
        $"global::{nameof(NotebookEngine)}.{nameof(Sessions)}.{nameof(Interruption)}.{nameof(Interruption.Check)}();";

    /// <param name="code">Without errors of syntax.</param>
    /// <param name="root">The same, parsed.</param>
    internal static SourceText Into(SourceText code, SyntaxNode root) =>
        code.WithChanges(root.DescendantNodes().SelectMany(In).OrderBy(change => change.Span.Start));

    private static IEnumerable<TextChange> In(SyntaxNode node) =>
        node switch
        {
            WhileStatementSyntax loop => Body(loop.Statement),
            DoStatementSyntax loop => Body(loop.Statement),
            ForStatementSyntax loop => Body(loop.Statement),
            CommonForEachStatementSyntax loop => Body(loop.Statement),
            LabeledStatementSyntax label => [At(label.ColonToken.Span.End, Check)],
            // goto case makes a loop, too.
            SwitchSectionSyntax { Statements: [var first, ..] } => [At(first.SpanStart, Check)],
            AnonymousFunctionExpressionSyntax { Block: { } block } => Body(block),
            LocalFunctionStatementSyntax { Body: { } block } => Body(block),
            LocalFunctionStatementSyntax { ExpressionBody: { } body } function => Body(
                body,
                function.SemicolonToken,
                ReturnsNothing(function.ReturnType, function.Modifiers)
            ),
            MethodDeclarationSyntax { ExpressionBody: { } body } method => Body(
                body,
                method.SemicolonToken,
                ReturnsNothing(method.ReturnType, method.Modifiers)
            ),
            // A property that names itself where its field is meant calls itself.
            PropertyDeclarationSyntax { ExpressionBody: { } body } property => Getter(body, property.SemicolonToken),
            IndexerDeclarationSyntax { ExpressionBody: { } body } indexer => Getter(body, indexer.SemicolonToken),
            AccessorDeclarationSyntax { ExpressionBody: { } body } accessor => Body(
                body,
                accessor.SemicolonToken,
                returnsNothing: !accessor.IsKind(SyntaxKind.GetAccessorDeclaration)
            ),
            // A type whose initializer threw can never be used again.
            ConstructorDeclarationSyntax { Modifiers: var modifiers } when modifiers.Any(SyntaxKind.StaticKeyword) =>
            [],
            BaseMethodDeclarationSyntax { Body: { } block } and not DestructorDeclarationSyntax => Body(block),
            AccessorDeclarationSyntax { Body: { } block } => Body(block),
            FieldDeclarationSyntax or GlobalStatementSyntax => Between(node),
            _ => [],
        };

    private static IEnumerable<TextChange> Body(StatementSyntax statement) =>
        statement is BlockSyntax block
            ? [At(block.OpenBraceToken.Span.End, Check)]
            : [At(statement.SpanStart, $"{{{Check}"), At(statement.Span.End, "}")];

    private static IEnumerable<TextChange> Getter(ArrowExpressionClauseSyntax body, SyntaxToken semicolon) =>
        Body(body, semicolon, returnsNothing: false, "{get{", "}}");

    // 'return' goes before the expression, which may stand on another line than the arrow.
    private static IEnumerable<TextChange> Body(
        ArrowExpressionClauseSyntax body,
        SyntaxToken semicolon,
        bool returnsNothing,
        string opening = "{",
        string closing = "}"
    ) =>
        [
            new(body.ArrowToken.Span, $"{opening}{Check}"),
            At(body.Expression.SpanStart, returnsNothing || body.Expression is ThrowExpressionSyntax ? "" : "return "),
            At(semicolon.Span.End, closing),
        ];

    private static bool ReturnsNothing(TypeSyntax type, SyntaxTokenList modifiers) =>
        type is PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword }
        || (
            modifiers.Any(SyntaxKind.AsyncKeyword)
            && (type is QualifiedNameSyntax qualified ? qualified.Right : type)
                is IdentifierNameSyntax { Identifier.ValueText: nameof(Task) or nameof(ValueTask) }
        );

    private static IEnumerable<TextChange> Between(SyntaxNode member) =>
        member.Parent is CompilationUnitSyntax cell && cell.Members[0] != member ? [At(member.SpanStart, Check)] : [];

    private static TextChange At(int position, string text) => new(new TextSpan(position, 0), text);
}
