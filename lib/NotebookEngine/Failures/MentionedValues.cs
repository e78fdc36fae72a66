using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Scripting;
using NotebookEngine.Compiling;
using NotebookEngine.Execution;

namespace NotebookEngine.Failures;

/// <summary>The variables of the session that the statement on a line mentions.</summary>
internal sealed class MentionedValues(CellText cell, ScriptState state)
{
    internal IReadOnlyList<NamedValue> On(int line)
    {
        var names = Tokens(line)
            .Select(token => token.Parent)
            .OfType<IdentifierNameSyntax>()
            .Select(name => name.Identifier.ValueText)
            .Distinct();
        return
        [
            .. from name in names
            let variable = state.Variables.LastOrDefault(variable => variable.Name == name)
            where variable is not null
            select new NamedValue(name, ShortValue.Of(name, variable.Type, variable.Value)),
        ];
    }

    // A statement may go on over several lines; the body of a loop or of a lambda is another statement.
    private IEnumerable<SyntaxToken> Tokens(int line)
    {
        var first = cell.Root.DescendantTokens().FirstOrDefault(token => cell.LineOf(token.SpanStart) >= line);
        var statement = first
            .Parent?.AncestorsAndSelf()
            .FirstOrDefault(node => node is StatementSyntax or MemberDeclarationSyntax);
        return statement?.DescendantTokens(node => node is not BlockSyntax || node == statement) ?? [];
    }
}
