using System.IO.Enumeration;

namespace NotebookEngine.Kernel.Cells;

/// <summary>The cells of this session that were counted. Nothing of it outlives the kernel.</summary>
internal sealed class History
{
    // Front ends show an output of an earlier cell in a list; a book of it would stay in memory for as long as the kernel.
    private const int LongestOutput = 10_000;

    private readonly List<HistoryEntry> _entries = [];

    internal void Add(int line, string input, string? output) =>
        _entries.Add(new HistoryEntry(line, input, output?.Length > LongestOutput ? output[..LongestOutput] : output));

    /// <param name="start">The first line.</param>
    /// <param name="stop">The line after the last; null for no end.</param>
    internal IEnumerable<HistoryEntry> Range(int start, int? stop) =>
        _entries.Where(entry => entry.Line >= start && (stop is null || entry.Line < stop));

    /// <summary>The last cells, oldest first.</summary>
    internal IEnumerable<HistoryEntry> Tail(int most) => _entries.TakeLast(most);

    /// <summary>The last cells whose whole text matches, oldest first.</summary>
    /// <param name="pattern">With <c>*</c> for any text and <c>?</c> for any character.</param>
    /// <param name="most">How many; null for all.</param>
    /// <param name="isUnique">Whether a cell that was run several times appears once, as its last run.</param>
    internal IEnumerable<HistoryEntry> Search(string pattern, int? most, bool isUnique)
    {
        var found = _entries.Where(entry =>
            FileSystemName.MatchesSimpleExpression(pattern, entry.Input, ignoreCase: false)
        );
        var wanted = isUnique
            ? found.Reverse().DistinctBy(entry => entry.Input, StringComparer.Ordinal).Reverse()
            : found;
        return wanted.TakeLast(most ?? int.MaxValue);
    }
}

/// <summary>One cell that was run.</summary>
/// <param name="Line">Its execution count.</param>
/// <param name="Input">Its text.</param>
/// <param name="Output">The value of its last expression as text; null where it had none.</param>
internal sealed record HistoryEntry(int Line, string Input, string? Output);
