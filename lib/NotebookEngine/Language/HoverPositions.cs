using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NotebookEngine.Language;

/// <summary>Where to look for the symbol that is asked about.</summary>
internal static class HoverPositions
{
    /// <summary>The name at the cursor, then the names of the calls whose arguments it stands in, the innermost first.</summary>
    internal static IEnumerable<int> Of(SyntaxNode root, int cursor) =>
        [
            Touched(root, cursor),
            .. root.FindToken(Math.Max(cursor - 1, 0))
                .Parent!.AncestorsAndSelf()
                // A lambda's own statements are no argument any more.
                .TakeWhile(node => node is not StatementSyntax)
                .Where(node => node is BaseArgumentListSyntax or AttributeArgumentListSyntax)
                .Where(list => list.SpanStart < cursor)
                .Select(list => Called(list.Parent!).SpanStart),
        ];

    // Right after a name, that is meant and not what follows it.
    private static int Touched(SyntaxNode root, int cursor) =>
        cursor > 0 && root.FindToken(cursor - 1) is var left && left.Span.End == cursor && IsWord(left)
            ? cursor - 1
            : cursor;

    private static bool IsWord(SyntaxToken token) =>
        token.IsKind(SyntaxKind.IdentifierToken) || SyntaxFacts.IsKeywordKind(token.Kind());

    private static SyntaxToken Called(SyntaxNode call) =>
        call switch
        {
            InvocationExpressionSyntax invocation => Name(invocation.Expression),
            ObjectCreationExpressionSyntax creation => Name(creation.Type),
            ElementAccessExpressionSyntax element => Name(element.Expression),
            AttributeSyntax attribute => Name(attribute.Name),
            _ => call.GetFirstToken(),
        };

    private static SyntaxToken Name(SyntaxNode expression) =>
        expression switch
        {
            MemberAccessExpressionSyntax member => member.Name.Identifier,
            MemberBindingExpressionSyntax member => member.Name.Identifier,
            QualifiedNameSyntax qualified => qualified.Right.Identifier,
            SimpleNameSyntax name => name.Identifier,
            _ => expression.GetFirstToken(),
        };
}
