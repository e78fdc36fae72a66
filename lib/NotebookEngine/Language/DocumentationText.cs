using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace NotebookEngine.Language;

/// <summary>Turns the elements of an XML comment into text.</summary>
internal sealed partial class DocumentationText(HoverStyle style)
{
    /// <summary>Null where there is nothing to say.</summary>
    internal string? Of(XElement? element) =>
        element is null ? null
        : Tidy(Children(element)) is { Length: > 0 } text ? text
        : null;

    /// <summary>A partial type may have a comment in each of its parts.</summary>
    internal string? All(IEnumerable<XElement>? elements) =>
        string.Join("\n\n", (elements ?? []).Select(Of).OfType<string>()) is { Length: > 0 } text ? text : null;

    internal string? Titled(string title, XElement? element) =>
        Of(element) is { } text ? $"{style.Title(title)} {OneLine(text)}" : null;

    /// <summary>One line for each element, after what its attribute names.</summary>
    internal string? Named(string title, string attribute, IEnumerable<XElement>? elements)
    {
        var lines = (elements ?? [])
            .Select(element => (Name: ReferenceName.Of((string?)element.Attribute(attribute) ?? ""), Text: Of(element)))
            .Where(entry => entry.Text is not null)
            .Select(entry => style.Item(entry.Name, OneLine(entry.Text!)))
            .ToList();
        return lines is [] ? null : $"{style.Title(title)}\n{string.Join('\n', lines)}";
    }

    private string Children(XElement element) => string.Concat(element.Nodes().Select(Inline));

    private string Inline(XNode node) =>
        node switch
        {
            XText text => style.Words(Gaps().Replace(text.Value, " ")),
            XElement element => Element(element),
            _ => "",
        };

    private string Element(XElement element) =>
        element.Name.LocalName switch
        {
            "see" or "seealso" => Reference(element),
            "paramref" or "typeparamref" => style.Code((string?)element.Attribute("name") ?? ""),
            "c" => style.Code(Gaps().Replace(element.Value, " ").Trim()),
            "code" => $"\n\n{style.Block(Unindented(element.Value))}\n\n",
            "para" => $"\n\n{Children(element).Trim()}\n\n",
            "list" => $"\n{Children(element).Trim()}\n",
            "item" => $"\n- {Children(element).Trim()}",
            "term" when element.ElementsAfterSelf().Any() => $"{Children(element)}: ",
            "br" => "\n",
            _ => Children(element),
        };

    private string Reference(XElement element)
    {
        if ((string?)element.Attribute("href") is { } address)
        {
            return style.Link(element.Value is "" ? address : element.Value, address);
        }

        var name = (string?)element.Attribute("langword") ?? (string?)element.Attribute("cref") ?? "";
        return element.IsEmpty ? style.Code(ReferenceName.Of(name)) : Children(element);
    }

    // Common to all lines is the indent of the comment, not of the code.
    private static string Unindented(string code)
    {
        var lines = code.ReplaceLineEndings("\n").Trim('\n').TrimEnd().Split('\n');
        var indent = lines.Where(line => line.Trim() is not "").Min(line => line.Length - line.TrimStart().Length);
        return string.Join('\n', lines.Select(line => line.Length > indent ? line[indent..] : ""));
    }

    private static string Tidy(string text) => ManyBreaks().Replace(SpacedBreak().Replace(text, "\n"), "\n\n").Trim();

    private static string OneLine(string text) => Gaps().Replace(text, " ");

    [GeneratedRegex(@"\s+")]
    private static partial Regex Gaps();

    [GeneratedRegex(@" ?\n(?: (?! ))?")]
    private static partial Regex SpacedBreak();

    [GeneratedRegex(@"\n{3,}")]
    private static partial Regex ManyBreaks();
}
