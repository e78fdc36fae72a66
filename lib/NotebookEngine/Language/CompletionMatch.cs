namespace NotebookEngine.Language;

/// <summary>One way to go on from the cursor.</summary>
/// <param name="Text">Replaces the span that the completions name.</param>
/// <param name="Kind">One of <see cref="MatchKind"/>.</param>
/// <param name="Signature">As an editor shows it, with no value of a constant; null for a keyword.</param>
internal sealed record CompletionMatch(string Text, string Kind, string? Signature);
