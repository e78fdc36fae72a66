namespace NotebookEngine.Language;

/// <summary>What fits at the cursor, the likeliest first.</summary>
/// <param name="Matches">Each replaces the text from <paramref name="Start"/> up to <paramref name="End"/>.</param>
/// <param name="Start">UTF-16 index into the cell.</param>
/// <param name="End">UTF-16 index, exclusive; at or after the cursor.</param>
internal sealed record Completions(IReadOnlyList<CompletionMatch> Matches, int Start, int End)
{
    internal static Completions None(int cursor) => new([], cursor, cursor);
}

/// <summary>One way to go on from the cursor.</summary>
/// <param name="Text">Replaces the span that the completions name.</param>
/// <param name="Kind">One of <see cref="MatchKind"/>.</param>
/// <param name="Signature">As an editor shows it, with no value of a constant; null for a keyword.</param>
internal sealed record CompletionMatch(string Text, string Kind, string? Signature);
