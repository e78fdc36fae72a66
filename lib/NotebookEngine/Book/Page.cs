using System.Text.RegularExpressions;

namespace NotebookEngine.Book;

/// <summary>One page before it gets its frame.</summary>
/// <param name="Source">Path of the file that it is made from, from the notebooks' folder, with slashes.</param>
/// <param name="Body">All of its HTML.</param>
/// <param name="Prose">Of that the prose: what a search finds.</param>
internal sealed partial record Page(string Source, string Body, string Prose)
{
    internal const string Index = "README.md";

    /// <summary>Path of the page in the book.</summary>
    internal string Path => PathOf(Source);

    /// <summary>What leads from the page to the book's folder: nothing, or <c>../</c>.</summary>
    internal string ToRoot => string.Concat(Source.Where(character => character == '/').Select(_ => "../"));

    /// <summary>The first heading, or the file's name.</summary>
    internal string Title =>
        Sections.FirstOrDefault(section => section.Level == 1)?.Heading
        ?? System.IO.Path.GetFileNameWithoutExtension(Source);

    internal bool IsLesson => Source.EndsWith(".ipynb", StringComparison.Ordinal);

    internal bool IsIndex => Source == Index;

    /// <summary>The prose by headings. What stands before the first one has no heading.</summary>
    internal IReadOnlyList<PageSection> Sections =>
        field ??= [
            .. Section.Matches(Prose).Select(PageSection.Of).Where(section => section.Text != "" || section.Level > 0),
        ];

    /// <summary>Where the page that is made from a file stands in the book.</summary>
    internal static string PathOf(string source) =>
        source == Index ? "index.html" : System.IO.Path.ChangeExtension(source, ".html");

    [GeneratedRegex(
        @"(?:<h(?<level>[1-6])(?: id=""(?<anchor>[^""]*)"")?>(?<heading>.*?)</h\k<level>>|\A)(?<text>.*?)(?=<h[1-6][ >]|\z)",
        RegexOptions.Singleline
    )]
    private static partial Regex Section { get; }
}

/// <summary>A heading with the prose below it, up to the next heading.</summary>
/// <param name="Level">1 to 6; 0 for what stands before the first heading.</param>
/// <param name="Anchor">Of the heading, or empty.</param>
/// <param name="Heading">As plain text.</param>
/// <param name="Html">Below the heading.</param>
internal sealed record PageSection(int Level, string Anchor, string Heading, string Html)
{
    internal string Text { get; } = Book.Html.PlainText(Html);

    internal static PageSection Of(Match section) =>
        new(
            section.Groups["level"] is { Success: true, Value: var level } ? level[0] - '0' : 0,
            section.Groups["anchor"].Value,
            Book.Html.PlainText(section.Groups["heading"].Value),
            section.Groups["text"].Value
        );
}
