using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FindSymbols;

namespace NotebookEngine.Language;

/// <summary>Finds the symbol at the cursor and gathers what is known about it.</summary>
internal sealed class SymbolInspection(Document document, int cursor)
{
    internal async Task<Hover?> ExplainAsync(bool inDetail, CancellationToken cancellationToken)
    {
        var root = (await document.GetSyntaxRootAsync(cancellationToken))!;
        foreach (var position in HoverPositions.Of(root, cursor))
        {
            if (await SymbolFinder.FindSymbolAtPositionAsync(document, position, cancellationToken) is { } symbol)
            {
                var compilation = (await document.Project.GetCompilationAsync(cancellationToken))!;
                var explanation = new SymbolExplanation(
                    await new HoverSignature(document, position).OfAsync(symbol, cancellationToken),
                    new SymbolDocumentation(compilation, cancellationToken).Of(symbol),
                    SymbolOrigin.Of(symbol),
                    inDetail ? Declaration.Of(symbol, cancellationToken) : null
                );
                return explanation.ToHover(inDetail);
            }
        }

        return null;
    }
}
