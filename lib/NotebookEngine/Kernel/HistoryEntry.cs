namespace NotebookEngine.Kernel;

/// <summary>One cell that was run.</summary>
/// <param name="Line">Its execution count.</param>
/// <param name="Input">Its text.</param>
/// <param name="Output">The value of its last expression as text; null where it had none.</param>
internal sealed record HistoryEntry(int Line, string Input, string? Output);
