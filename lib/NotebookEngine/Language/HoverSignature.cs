using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.QuickInfo;

namespace NotebookEngine.Language;

/// <summary>The head of an editor's tooltip: the symbol's declaration, its overloads, and what its type parameters stand for.</summary>
internal sealed class HoverSignature(Document document, int position)
{
    private static readonly string[] Sections =
    [
        QuickInfoSectionKinds.Description,
        QuickInfoSectionKinds.TypeParameters,
        QuickInfoSectionKinds.AnonymousTypes,
    ];

    internal async Task<string> OfAsync(ISymbol symbol, CancellationToken cancellationToken)
    {
        var info = await QuickInfoService
            .GetService(document)!
            .GetQuickInfoAsync(document, position, cancellationToken);
        if (info is null)
        {
            var model = (await document.GetSemanticModelAsync(cancellationToken))!;
            return Signature.Of([symbol], model, position)!;
        }

        var texts = Sections
            .SelectMany(kind => info.Sections.Where(section => section.Kind == kind))
            .Select(section => section.Text.Trim().ReplaceLineEndings("\n"));
        return string.Join('\n', texts.Select(text => OfNotebook(symbol, text)));
    }

    private static string OfNotebook(ISymbol symbol, string text)
    {
        if (symbol.ContainingType is { TypeKind: TypeKind.Enum } || symbol.Locations.All(place => !place.IsInSource))
        {
            return text;
        }

        // Roslyn sees fields; for the author of a cell they are variables.
        var named = symbol is IFieldSymbol { ContainingType.IsScriptClass: true }
            ? text.Replace("(field) ", "(variable) ", StringComparison.Ordinal)
            : text;
        // A constant's value may be a secret of the notebook.
        return symbol is IFieldSymbol { IsConst: true } or ILocalSymbol { IsConst: true }
            ? named.Split(" = ", 2)[0]
            : named;
    }
}
