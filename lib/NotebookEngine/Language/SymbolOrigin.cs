using Microsoft.CodeAnalysis;

namespace NotebookEngine.Language;

/// <summary>Says where a symbol comes from.</summary>
internal static class SymbolOrigin
{
    /// <summary>A cell, a loaded script, or a namespace and its library; null for a local, a parameter or a namespace.</summary>
    internal static string? Of(ISymbol symbol)
    {
        if (
            symbol
            is INamespaceSymbol
                or ILocalSymbol
                or IParameterSymbol
                or IRangeVariableSymbol
                or ITypeParameterSymbol
                or ILabelSymbol
        )
        {
            return null;
        }

        return symbol.Locations.FirstOrDefault(place => place.IsInSource)?.SourceTree is { } tree
            ? $"{Noun(symbol)} of {Place(tree.FilePath)}"
            : Library(symbol);
    }

    private static string? Library(ISymbol symbol)
    {
        if (symbol.ContainingModule is not { } module)
        {
            return null;
        }

        return symbol.ContainingNamespace is { IsGlobalNamespace: false } name
            ? $"namespace {name.ToDisplayString()}, {module.Name}"
            : module.Name;
    }

    private static string Place(string path) =>
        path is "" ? "this cell"
        : Path.IsPathRooted(path) ? Path.GetFileName(path)
        : path;

    private static string Noun(ISymbol symbol) =>
        symbol switch
        {
            IFieldSymbol { ContainingType.TypeKind: TypeKind.Enum } => "enum member",
            IFieldSymbol { ContainingType.IsScriptClass: true, IsConst: false } => "variable",
            IFieldSymbol { IsConst: true } => "constant",
            IFieldSymbol => "field",
            IMethodSymbol { MethodKind: MethodKind.Constructor } => "constructor",
            IMethodSymbol => "method",
            IPropertySymbol => "property",
            IEventSymbol => "event",
            _ => "type",
        };
}
