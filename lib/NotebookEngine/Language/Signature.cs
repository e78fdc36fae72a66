using Microsoft.CodeAnalysis;

namespace NotebookEngine.Language;

/// <summary>A symbol in one line. Constants are shown without their value, which may be a secret of the notebook.</summary>
internal static class Signature
{
    private static readonly SymbolDisplayFormat Format = SymbolDisplayFormat
        .MinimallyQualifiedFormat.RemoveMemberOptions(SymbolDisplayMemberOptions.IncludeConstantValue)
        .WithKindOptions(
            SymbolDisplayKindOptions.IncludeTypeKeyword | SymbolDisplayKindOptions.IncludeNamespaceKeyword
        );

    /// <summary>The first, with the number of its overloads; null where there is none.</summary>
    internal static string? Of(IEnumerable<ISymbol> symbols, SemanticModel model, int position)
    {
        var all = symbols.ToList();
        if (all is not [var first, ..])
        {
            return null;
        }

        // "class Console": of a type the other method leaves the first word out.
        var line =
            first is INamespaceOrTypeSymbol
                ? first.ToDisplayString(Format)
                : first.ToMinimalDisplayString(model, position, Format);
        var overloads = all.OfType<IMethodSymbol>().Count() - 1;
        return overloads switch
        {
            < 1 => line,
            1 => $"{line} (+ 1 overload)",
            _ => $"{line} (+ {overloads} overloads)",
        };
    }
}
