namespace NotebookEngine.Comparison;

/// <summary>The lines in which two texts differ, cut to the part around the difference.</summary>
internal static class DifferentLines
{
    private const int ShownLines = 8;
    private const int ShownCharacters = 160;

    // So much of a long line is shown before the place where it differs.
    private const int Before = 40;

    public static string Between(string? expected, string? seen)
    {
        var (before, after) = (Split(expected), Split(seen));
        var same = before.Zip(after).TakeWhile(pair => pair.First == pair.Second).Count();
        var sameAtEnd = before[same..]
            .Reverse()
            .Zip(after[same..].Reverse())
            .TakeWhile(pair => pair.First == pair.Second)
            .Count();
        var (gone, come) = (before[same..^sameAtEnd], after[same..^sameAtEnd]);
        return string.Join('\n', [.. Shown('-', gone, come), .. Shown('+', come, gone)]);
    }

    private static IEnumerable<string> Shown(char sign, string[] lines, string[] others)
    {
        foreach (var (number, line) in lines.Take(ShownLines).Index())
        {
            yield return $"  {sign} {Cut(line, number < others.Length ? others[number] : "")}";
        }

        if (lines.Length > ShownLines)
        {
            yield return FormattableString.Invariant($"  {sign} … {lines.Length - ShownLines} more lines");
        }
    }

    private static string Cut(string line, string other)
    {
        var same = line.Zip(other).TakeWhile(pair => pair.First == pair.Second).Count();
        var begin = line.Length > ShownCharacters ? Math.Clamp(same - Before, 0, line.Length - ShownCharacters) : 0;
        var end = Math.Min(line.Length, begin + ShownCharacters);
        return $"{(begin > 0 ? "…" : "")}{line[begin..end]}{(end < line.Length ? "…" : "")}";
    }

    // HTML of a view is one long line.
    private static string[] Split(string? text) =>
        text?.Replace("><", ">\n<", StringComparison.Ordinal).Split('\n') ?? ["(missing)"];
}
