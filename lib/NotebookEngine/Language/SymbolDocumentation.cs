using System.Xml;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace NotebookEngine.Language;

/// <summary>Finds a symbol's XML comment: in the notebook, beside the library, or where it is inherited from.</summary>
internal sealed class SymbolDocumentation(Compilation compilation, CancellationToken cancellationToken)
{
    private const int LongestInheritance = 8;

    /// <summary>A <c>member</c> element, or null.</summary>
    internal XElement? Of(ISymbol symbol) => Of(symbol.OriginalDefinition, LongestInheritance);

    private XElement? Of(ISymbol symbol, int generations)
    {
        if (generations == 0)
        {
            return null;
        }

        var own = Own(symbol);
        if (own?.Element("inheritdoc") is { } inherits)
        {
            var ancestor = Named(inherits) ?? DocumentationAncestor.Of(symbol);
            return ancestor is null ? own : Of(ancestor.OriginalDefinition, generations - 1) ?? own;
        }

        return own
            ?? (
                DocumentationAncestor.OfUndocumented(symbol) is { } next
                    ? Of(next, generations - 1)
                    : FromParameter(symbol)
            );
    }

    private XElement? Own(ISymbol symbol)
    {
        if (symbol is IMethodSymbol { ReducedFrom: { } extension })
        {
            return Own(extension);
        }

        if (symbol.Locations.Any(place => place.IsInSource))
        {
            return Parse(symbol.GetDocumentationCommentXml(cancellationToken: cancellationToken));
        }

        return
            symbol.GetDocumentationCommentId() is { } id
            && symbol.ContainingAssembly is { } assembly
            && LibraryOf(assembly) is { } path
            ? DocumentationFiles.Read(path, id, cancellationToken)
            : null;
    }

    // A symbol that an earlier cell uses may belong to that cell's compilation.
    private string? LibraryOf(IAssemblySymbol assembly)
    {
        for (var at = compilation; at is not null; at = at.ScriptCompilationInfo?.PreviousScriptCompilation)
        {
            if (at.GetMetadataReference(assembly) is PortableExecutableReference { FilePath: { } path })
            {
                return path;
            }
        }

        return null;
    }

    private ISymbol? Named(XElement inherits) =>
        (string?)inherits.Attribute("cref") is { } id
            ? DocumentationCommentId.GetFirstSymbolForDeclarationId(id, compilation)
            : null;

    // A parameter is described by its method, and a record's property by the record.
    private XElement? FromParameter(ISymbol symbol)
    {
        var described = symbol is IParameterSymbol or IPropertySymbol ? symbol.ContainingSymbol : null;
        return described is null
            ? null
            : Of(described.OriginalDefinition, 1)
                ?.Elements("param")
                .Where(parameter => (string?)parameter.Attribute("name") == symbol.Name)
                .Select(parameter => new XElement("member", new XElement("summary", parameter.Nodes())))
                .FirstOrDefault();
    }

    private static XElement? Parse(string? xml)
    {
        try
        {
            return xml is null or "" ? null : XElement.Parse(xml, LoadOptions.PreserveWhitespace);
        }
        catch (XmlException)
        {
            return null;
        }
    }
}
