namespace NotebookEngine.Book;

/// <summary>The scripts and style sheets that every page loads, embedded in the engine's assembly.</summary>
internal static class BookAssets
{
    internal const string Style = "book.css";
    internal const string Script = "book.js";

    // In the order in which they need each other.
    private static IEnumerable<string> ScriptParts =>
        ["page", "search", "definitions", "progress", "quiz", "copying", "charts", "reading", "start"];

    internal static IEnumerable<BookFile> All =>
        [BookFile.Text(Style, Read(Style)), BookFile.Text(Script, WholeScript())];

    // The parts see each other, and no page sees them.
    private static string WholeScript() =>
        $$"""
            // Theme, search, definitions, quiz, progress, copy buttons, charts. A page is whole without it.
            (() => {
            "use strict";

            {{string.Join('\n', ScriptParts.Select(part => Read($"{part}.js")))}}
            })();

            """.ReplaceLineEndings("\n");

    private static string Read(string name)
    {
        using var stream = typeof(BookAssets).Assembly.GetManifestResourceStream(name)!;
        using var text = new StreamReader(stream);
        return text.ReadToEnd();
    }
}
