using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NotebookEngine.Compiling;

namespace NotebookEngine.Language;

/// <summary>Judges whether the text of a cell is complete, incomplete or invalid.</summary>
/// <param name="options">Those of the session's cells.</param>
internal sealed class SubmissionSyntax(CSharpParseOptions options)
{
    private const int SpacesPerBlock = 4;

    internal Completeness Judge(string code)
    {
        if (NestingLimit.IsTooDeep(code))
        {
            return new Completeness(CompletenessStatus.Incomplete, "");
        }

        var cell = CellText.Parse("cell", code);
        if (cell.UnsupportedDirective() is not null)
        {
            return new Completeness(CompletenessStatus.Invalid, "");
        }

        var tree = CSharpSyntaxTree.ParseText(cell.Code, options);
        if (!SyntaxFactory.IsCompleteSubmission(tree))
        {
            return new Completeness(CompletenessStatus.Incomplete, Indent(tree.GetRoot()));
        }

        var isWrong = tree.GetDiagnostics().Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        return new Completeness(isWrong ? CompletenessStatus.Invalid : CompletenessStatus.Complete, "");
    }

    // Braces that the parser had to imagine are missing ones; those of $"{…}" open no block.
    private static string Indent(SyntaxNode root)
    {
        var braces = root.DescendantTokens()
            .Where(token => !token.IsMissing && token.Parent is not InterpolationSyntax)
            .Select(token => token.Kind())
            .ToList();
        var open =
            braces.Count(kind => kind == SyntaxKind.OpenBraceToken)
            - braces.Count(kind => kind == SyntaxKind.CloseBraceToken);
        return new string(' ', SpacesPerBlock * Math.Max(open, 0));
    }
}
