using System.Text.RegularExpressions;

namespace NotebookEngine.Book;

/// <summary>
/// What a term means, for the place where it is used. The terms are the headings of <c>glossary.md</c>; the first paragraph below one
/// is its definition.
/// </summary>
internal sealed partial class Glossary
{
    private const string Source = "glossary.md";

    private readonly Dictionary<string, string> _definitions;

    /// <param name="pages">All pages; without a glossary among them no term has a definition.</param>
    internal Glossary(IEnumerable<Page> pages) =>
        _definitions = pages
            .Where(page => page.Source == Source)
            .SelectMany(page => page.Sections)
            .Where(section => section is { Level: > 1, Anchor: not "" })
            .Select(section => (section.Anchor, Text: Html.PlainText(Paragraph.Match(section.Html).Value)))
            .Where(definition => definition.Text != "")
            .ToDictionary(definition => definition.Anchor, definition => definition.Text, StringComparer.Ordinal);

    /// <returns>Plain text; null where the link leads to no term.</returns>
    internal string? DefinitionOf(Page page, string? anchor) =>
        page.Source == Source && anchor is not null ? _definitions.GetValueOrDefault(anchor) : null;

    [GeneratedRegex("<p>.*?</p>", RegexOptions.Singleline)]
    private static partial Regex Paragraph { get; }
}
