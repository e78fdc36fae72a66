namespace ClientAuth.Visuals.Text;

/// <summary>A table for a reader without HTML: columns aligned with spaces, headings underlined.</summary>
internal static class PlainTable
{
    private const string Gap = "  ";

    public static string Render(IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string>> rows)
    {
        string[][] body = [.. rows.Select(row => row.Select(VisibleText.Line).ToArray())];
        string[] head = [.. columns.Select(VisibleText.Line)];
        string[] rule = [.. head.Select((name, index) => new string('-', Width(name, index, body)))];
        return Align([head, rule, .. body]);
    }

    /// <summary>Names and values, without headings.</summary>
    public static string Render(IEnumerable<(string Name, string Value)> facts) =>
        Align([.. facts.Select(fact => new[] { VisibleText.Line(fact.Name), VisibleText.Line(fact.Value) })]);

    private static string Align(IReadOnlyList<string[]> rows)
    {
        var widths = Enumerable
            .Range(0, rows.Max(row => (int?)row.Length) ?? 0)
            .Select(column => rows.Max(row => row[column].Length))
            .ToArray();
        return string.Join('\n', rows.Select(row => Line(row, widths)));
    }

    private static string Line(string[] cells, int[] widths) =>
        string.Join(Gap, cells.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd();

    private static int Width(string name, int column, string[][] body) =>
        Math.Max(name.Length, body.Max(row => (int?)row[column].Length) ?? 0);
}
