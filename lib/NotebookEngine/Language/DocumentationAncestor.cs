using Microsoft.CodeAnalysis;

namespace NotebookEngine.Language;

/// <summary>Finds the symbol that another inherits its XML comment from.</summary>
internal static class DocumentationAncestor
{
    internal static ISymbol? Of(ISymbol symbol) =>
        symbol is INamedTypeSymbol type
            ? type.BaseType is { SpecialType: not SpecialType.System_Object } parent
                ? parent
                : type.Interfaces.FirstOrDefault()
            : OfUndocumented(symbol);

    /// <summary>What a member overrides or implements; for a constructor its type.</summary>
    internal static ISymbol? OfUndocumented(ISymbol symbol) =>
        symbol switch
        {
            IMethodSymbol { OverriddenMethod: { } method } => method.OriginalDefinition,
            IPropertySymbol { OverriddenProperty: { } property } => property.OriginalDefinition,
            IEventSymbol { OverriddenEvent: { } @event } => @event.OriginalDefinition,
            IMethodSymbol { MethodKind: MethodKind.Constructor } => symbol.ContainingType,
            IMethodSymbol or IPropertySymbol or IEventSymbol => Implemented(symbol)?.OriginalDefinition,
            _ => null,
        };

    private static ISymbol? Implemented(ISymbol symbol) =>
        symbol
            .ContainingType?.AllInterfaces.SelectMany(contract => contract.GetMembers())
            .FirstOrDefault(member =>
                SymbolEqualityComparer.Default.Equals(
                    symbol.ContainingType.FindImplementationForInterfaceMember(member),
                    symbol
                )
            );
}
