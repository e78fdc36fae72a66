using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using NotebookEngine.Execution;

namespace NotebookEngine.Compiling;

/// <summary>One submission: its text, its parsed form, and the directives that the engine itself understands.</summary>
internal sealed class CellText
{
    private const string Time = "#!time";

    private static readonly CSharpParseOptions Options = new(LanguageVersion.CSharp14, kind: SourceCodeKind.Script);

    private CellText(string id, SourceText text, SyntaxNode root)
    {
        Id = id;
        Magics =
        [
            .. Directives(root).Where(directive => directive.ToString().StartsWith("#!", StringComparison.Ordinal)),
        ];
        Code = Magics.Aggregate(
            text,
            // Blanked out, not cut out: every line keeps its number.
            (code, magic) => code.Replace(magic.Span, new string(' ', magic.Span.Length))
        );
        Root = Magics is [] ? root : CSharpSyntaxTree.ParseText(Code, Options, id).GetRoot();
        Text = text;
    }

    /// <summary>The cell's id, which the compiler takes for the file's name.</summary>
    internal string Id { get; }

    /// <summary>What the learner wrote, without magics.</summary>
    internal SourceText Code { get; }

    internal SyntaxNode Root { get; }

    /// <summary>What the learner wrote: all that a session keeps of a cell that has ended.</summary>
    internal SourceText Text { get; }

    internal bool IsTimed => Magics.Any(magic => magic.ToString().Trim() == Time);

    /// <summary>Whether later cells can see something that is made here.</summary>
    internal bool Declares =>
        Root.DescendantNodes(node => node is not (BlockSyntax or AnonymousFunctionExpressionSyntax))
            .Any(node =>
                node is SingleVariableDesignationSyntax or UsingDirectiveSyntax
                || node is MemberDeclarationSyntax and not GlobalStatementSyntax
            );

    private IReadOnlyList<SyntaxTrivia> Magics { get; }

    internal static CellText Parse(string id, string source)
    {
        var text = SourceText.From(source.ReplaceLineEndings("\n"), System.Text.Encoding.UTF8);
        return new CellText(id, text, CSharpSyntaxTree.ParseText(text, Options, id).GetRoot());
    }

    /// <summary>The line's text, or null where there is none.</summary>
    internal string? Line(int? number) => Line(Text, number);

    /// <summary>A line of a cell's text, counted from 1, or null where there is none.</summary>
    internal static string? Line(SourceText text, int? number) =>
        number is { } line && line >= 1 && line <= text.Lines.Count ? text.Lines[line - 1].ToString() : null;

    /// <summary>Counts from 1.</summary>
    internal int LineOf(int position) => Code.Lines.GetLineFromPosition(position).LineNumber + 1;

    /// <summary>What other engines understand and this one does not, or null.</summary>
    internal CellFailure? UnsupportedDirective()
    {
        var magic = Magics.FirstOrDefault(magic => magic.ToString().Trim() != Time);
        if (magic != default)
        {
            return Unsupported(
                magic.SpanStart,
                $"'{magic.ToString().Trim()}' is unknown here: cells are C#, and the only magic command is {Time}"
            );
        }

        var package = Directives(Root)
            .Select(directive => directive.GetStructure())
            .OfType<ReferenceDirectiveTriviaSyntax>()
            .FirstOrDefault(reference =>
                reference.File.ValueText.StartsWith("nuget:", StringComparison.OrdinalIgnoreCase)
            );
        return package is null
            ? null
            : Unsupported(
                package.SpanStart,
                $"'{package}' is refused: a cell restores no packages. Reference the package in a project and #r that project's dll"
            );
    }

    private static IEnumerable<SyntaxTrivia> Directives(SyntaxNode root) =>
        root.DescendantTrivia().Where(trivia => trivia.IsDirective);

    private CellFailure Unsupported(int position, string message) =>
        new()
        {
            Kind = FailureKind.Compilation,
            Name = "UnsupportedDirective",
            Message = message,
            Line = LineOf(position),
            SourceLine = Line(LineOf(position)),
        };
}
