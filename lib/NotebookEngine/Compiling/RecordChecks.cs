using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace NotebookEngine.Compiling;

/// <summary>
/// Writes a check into the members that the compiler makes for a record: its <c>GetHashCode</c> and <c>Equals</c> ask
/// <c>EqualityContract</c>, so that property, written out, is where a record that contains itself can be stopped.
/// (The compiler's own <c>ToString</c> looks at the stack by itself.)
/// </summary>
internal static class RecordChecks
{
    private const string Property = "EqualityContract";

    /// <param name="record">A declaration.</param>
    /// <param name="check">The statement to write.</param>
    internal static IEnumerable<TextChange> In(RecordDeclarationSyntax record, string check)
    {
        if (
            !record.IsKind(SyntaxKind.RecordDeclaration)
            || record.Modifiers.Any(SyntaxKind.PartialKeyword)
            || record.Members.OfType<PropertyDeclarationSyntax>().Any(member => member.Identifier.ValueText == Property)
            || Modifiers(record) is not { } modifiers
        )
        {
            return [];
        }

        var member =
            $"{modifiers} global::System.Type {Property}{{get{{{check}"
            + $"return typeof({record.Identifier}{TypeArguments(record)});}}}}";
        return record.OpenBraceToken.IsKind(SyntaxKind.None)
            ? [new TextChange(record.SemicolonToken.Span, $"{{{member}}}")]
            : [new TextChange(new TextSpan(record.OpenBraceToken.Span.End, 0), member)];
    }

    private static string TypeArguments(RecordDeclarationSyntax record) =>
        record.TypeParameterList is { Parameters: var parameters }
            ? $"<{string.Join(',', parameters.Select(parameter => parameter.Identifier.ToString()))}>"
            : "";

    // Null where the text alone does not tell whether the record has a base record.
    private static string? Modifiers(RecordDeclarationSyntax record) =>
        record.BaseList?.Types.FirstOrDefault() switch
        {
            null => OfRoot(record),
            PrimaryConstructorBaseTypeSyntax => "protected override",
            { Type: var type } when IsRecordOfCell(type, record) => "protected override",
            { Type: var type } when IsNamedAsInterface(type) => OfRoot(record),
            _ => null,
        };

    private static string OfRoot(RecordDeclarationSyntax record) =>
        record.Modifiers.Any(SyntaxKind.SealedKeyword) ? "private" : "protected virtual";

    private static bool IsRecordOfCell(TypeSyntax type, SyntaxNode within) =>
        within
            .SyntaxTree.GetRoot()
            .DescendantNodes()
            .OfType<RecordDeclarationSyntax>()
            .Any(record => record.Identifier.ValueText == NameOf(type));

    private static bool IsNamedAsInterface(TypeSyntax type) =>
        NameOf(type) is ['I', var second, ..] && char.IsUpper(second);

    private static string? NameOf(TypeSyntax type) =>
        ((type as QualifiedNameSyntax)?.Right ?? type as SimpleNameSyntax)?.Identifier.ValueText;
}
