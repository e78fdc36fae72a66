using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace NotebookEngine.Language;

/// <summary>What the cursor is in: a string or a comment, or a name after a dot.</summary>
internal static class CursorContext
{
    /// <summary>Whether code cannot be typed here: a string, a character, a comment.</summary>
    internal static bool IsInLiteralOrComment(SyntaxNode root, int cursor)
    {
        if (cursor == 0)
        {
            return false;
        }

        var trivia = root.FindTrivia(cursor - 1);
        if (trivia.IsKind(SyntaxKind.None))
        {
            return IsInLiteral(root.FindToken(cursor - 1), cursor);
        }

        return trivia.Kind() switch
        {
            SyntaxKind.SingleLineCommentTrivia or SyntaxKind.SingleLineDocumentationCommentTrivia => true,
            SyntaxKind.MultiLineCommentTrivia or SyntaxKind.MultiLineDocumentationCommentTrivia => cursor
                < trivia.Span.End
                || !trivia.ToString().EndsWith("*/", StringComparison.Ordinal),
            _ => false,
        };
    }

    internal static bool IsAfterDot(SyntaxNode root, int position) =>
        position > 0 && root.FindToken(position - 1).Kind() is SyntaxKind.DotToken or SyntaxKind.MinusGreaterThanToken;

    private static bool IsInLiteral(SyntaxToken token, int cursor) =>
        token.Kind() switch
        {
            SyntaxKind.StringLiteralToken
            or SyntaxKind.Utf8StringLiteralToken
            or SyntaxKind.CharacterLiteralToken
            or SyntaxKind.SingleLineRawStringLiteralToken
            or SyntaxKind.MultiLineRawStringLiteralToken
            or SyntaxKind.Utf8SingleLineRawStringLiteralToken
            or SyntaxKind.Utf8MultiLineRawStringLiteralToken => cursor < token.Span.End || token.ContainsDiagnostics,
            SyntaxKind.InterpolatedStringStartToken
            or SyntaxKind.InterpolatedVerbatimStringStartToken
            or SyntaxKind.InterpolatedSingleLineRawStringStartToken
            or SyntaxKind.InterpolatedMultiLineRawStringStartToken
            or SyntaxKind.InterpolatedStringTextToken => true,
            SyntaxKind.CloseBraceToken => token.Parent.IsKind(SyntaxKind.Interpolation) && cursor >= token.Span.End,
            _ => false,
        };
}
