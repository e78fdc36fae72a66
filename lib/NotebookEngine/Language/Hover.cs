namespace NotebookEngine.Language;

/// <summary>What is known about the symbol at the cursor; never a value.</summary>
/// <param name="PlainText">Readable in a terminal.</param>
/// <param name="Markdown">The same for a front end that renders it.</param>
/// <param name="Html">The same as HTML, or null where the others suffice.</param>
internal sealed record Hover(string PlainText, string Markdown, string? Html = null);
