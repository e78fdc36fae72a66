using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NotebookEngine.Language;

/// <summary>Where to look for the symbol that is asked about.</summary>
internal static class HoverPositions
{
    /// <summary>The cursor itself, then the names of the calls whose arguments it stands in, the innermost first.</summary>
    internal static IEnumerable<int> Of(SyntaxNode root, int cursor) =>
        [
            cursor,
            .. root.FindToken(Math.Max(cursor - 1, 0))
                .Parent!.AncestorsAndSelf()
                // A lambda's own statements are no argument any more.
                .TakeWhile(node => node is not StatementSyntax)
                .Where(node => node is BaseArgumentListSyntax or AttributeArgumentListSyntax)
                .Where(list => list.SpanStart < cursor)
                .Select(list => Called(list.Parent!).SpanStart),
        ];

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
