namespace NotebookEngine.Language;

/// <summary>Whether a console should run what has been typed.</summary>
/// <param name="Status">Complete, to be continued, or wrong.</param>
/// <param name="Indent">Spaces that the next line starts with; empty unless there is to be one.</param>
internal sealed record Completeness(CompletenessStatus Status, string Indent);
