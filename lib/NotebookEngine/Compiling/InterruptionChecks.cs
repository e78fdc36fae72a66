using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using NotebookEngine.Execution;

namespace NotebookEngine.Compiling;

/// <summary>
/// Writes checks into a cell's code: in each loop, in each body that may call itself, after each label, and between the
/// cell's own statements. No line is added, so every line keeps its number; columns change, and so the compiler's errors
/// are told from the text without checks. A lambda that becomes a LINQ expression tree stays as it is.
/// </summary>
internal static class InterruptionChecks
{
    private const string Owner = $"global::{nameof(NotebookEngine)}.{nameof(Execution)}.{nameof(Interruption)}";
    private const string Check = $"{Owner}.{nameof(Interruption.Check)}();";
    private const string CheckAndGoOn = $"{Owner}.{nameof(Interruption.Stops)}()?default:";

    /// <param name="code">Without errors of syntax.</param>
    /// <param name="root">The same, parsed.</param>
    /// <param name="lambdas">The expression-bodied lambdas that take a check, and whether each returns nothing.</param>
    internal static SourceText Into(SourceText code, SyntaxNode root, IReadOnlyDictionary<TextSpan, bool> lambdas) =>
        code.WithChanges(
            root.DescendantNodes()
                .SelectMany(node =>
                    node is LambdaExpressionSyntax { ExpressionBody: { } body }
                    && lambdas.TryGetValue(node.Span, out var returnsNothing)
                        ? Lambda(body, returnsNothing)
                        : In(node)
                )
                .OrderBy(change => change.Span.Start)
        );

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
            OperatorDeclarationSyntax { ExpressionBody: { } body } op => Body(body, op.SemicolonToken, false),
            ConversionOperatorDeclarationSyntax { ExpressionBody: { } body } op => Body(body, op.SemicolonToken, false),
            ConstructorDeclarationSyntax { ExpressionBody: { } body } constructor => Body(
                body,
                constructor.SemicolonToken,
                returnsNothing: true
            ),
            RecordDeclarationSyntax record => RecordChecks.In(record, Check),
            // A field that makes an object of its own type: this runs before any constructor's body.
            EqualsValueClauseSyntax value when IsInitializer(value) => [At(value.Value.SpanStart, CheckAndGoOn)],
            AccessorDeclarationSyntax { Body: { } block } => Body(block),
            FieldDeclarationSyntax or GlobalStatementSyntax => Between(node),
            _ => [],
        };

    private static IEnumerable<TextChange> Body(StatementSyntax statement) =>
        statement is BlockSyntax block
            ? [At(block.OpenBraceToken.Span.End, Check)]
            : [At(statement.SpanStart, $"{{{Check}"), At(statement.Span.End, "}")];

    // One form for bodies on the arrow's line and below it: the arrow stays.
    private static IEnumerable<TextChange> Lambda(ExpressionSyntax body, bool returnsNothing) =>
        body is ThrowExpressionSyntax thrown
            ? [new(thrown.ThrowKeyword.Span, $"{{{Check}throw"), At(body.Span.End, ";}")]
            : [At(body.SpanStart, $"{{{Check}{(returnsNothing ? "" : "return ")}"), At(body.Span.End, ";}")];

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

    private static bool IsInitializer(EqualsValueClauseSyntax value) =>
        OwnerOf(value) is { Parent: TypeDeclarationSyntax } member
        && !member.Modifiers.Any(modifier => modifier.Kind() is SyntaxKind.StaticKeyword or SyntaxKind.ConstKeyword)
        && value
            .Value.DescendantNodesAndSelf(node => node is not AnonymousFunctionExpressionSyntax)
            .Any(node => node is BaseObjectCreationExpressionSyntax or InvocationExpressionSyntax);

    private static MemberDeclarationSyntax? OwnerOf(EqualsValueClauseSyntax value) =>
        value.Parent switch
        {
            PropertyDeclarationSyntax property => property,
            VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax field } => field,
            _ => null,
        };

    private static IEnumerable<TextChange> Between(SyntaxNode member) =>
        member.Parent is CompilationUnitSyntax cell && cell.Members[0] != member ? [At(member.SpanStart, Check)] : [];

    private static TextChange At(int position, string text) => new(new TextSpan(position, 0), text);
}
