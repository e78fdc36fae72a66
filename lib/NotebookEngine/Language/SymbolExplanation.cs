using System.Xml.Linq;

namespace NotebookEngine.Language;

/// <summary>What is known about a symbol.</summary>
/// <param name="Signature">As an editor shows it.</param>
/// <param name="Documentation">Its <c>member</c> element, or null.</param>
/// <param name="Origin">Where it comes from, or null.</param>
/// <param name="Declaration">The notebook's own text, or null.</param>
internal sealed record SymbolExplanation(string Signature, XElement? Documentation, string? Origin, string? Declaration)
{
    internal Hover ToHover(bool inDetail) =>
        new(In(new HoverStyle.Plain(), inDetail), In(new HoverStyle.Markdown(), inDetail));

    private string In(HoverStyle style, bool inDetail)
    {
        var text = new DocumentationText(style);
        IEnumerable<string?> parts =
        [
            style.Signature(Signature),
            text.All(Documentation?.Elements("summary")),
            text.Named("Parameters", "name", Documentation?.Elements("param")),
            text.Titled("Returns", Documentation?.Element("returns")),
            text.Named("Exceptions", "cref", Documentation?.Elements("exception")),
            inDetail ? text.All(Documentation?.Elements("remarks")) : null,
            Declaration is null ? null : style.Block(Declaration),
            Origin is null ? null : style.Origin(Origin),
        ];
        return string.Join("\n\n", parts.Where(part => part is not (null or "")));
    }
}
