namespace NotebookEngine.FrontEnds.Tests.Outputs;

/// <summary>Where two runs of a notebook show different things, told so that a person sees what and where.</summary>
internal static class OutputDifference
{
    private const int ShownLines = 8;

    /// <returns>A text for each cell that differs; none where a reader sees the same.</returns>
    public static IReadOnlyList<string> Between(SavedNotebook expected, SavedNotebook seen) =>
        [
            .. expected
                .CodeCells.Zip(seen.CodeCells)
                .SelectMany(cells => Between(cells.First, cells.Second).Select(told => $"{cells.First.Id}: {told}")),
            .. expected.CodeCells.Count == seen.CodeCells.Count
                ? Array.Empty<string>()
                : [$"{expected.CodeCells.Count} code cells expected, {seen.CodeCells.Count} seen"],
        ];

    private static IEnumerable<string> Between(SavedCell expected, SavedCell seen)
    {
        if (expected.ExecutionCount != seen.ExecutionCount)
        {
            yield return $"execution count {expected.ExecutionCount} expected, {seen.ExecutionCount} seen";
        }

        if (Types(expected) != Types(seen))
        {
            yield return $"outputs [{Types(expected)}] expected, [{Types(seen)}] seen";
            yield break;
        }

        foreach (var (number, outputs) in expected.Outputs.Zip(seen.Outputs).Index())
        {
            foreach (var told in Between(outputs.First.Masked().Forms, outputs.Second.Masked().Forms))
            {
                yield return $"output {number + 1}, {told}";
            }
        }
    }

    private static IEnumerable<string> Between(
        IReadOnlyDictionary<string, string> expected,
        IReadOnlyDictionary<string, string> seen
    ) =>
        expected
            .Keys.Union(seen.Keys)
            .Where(form => expected.GetValueOrDefault(form) != seen.GetValueOrDefault(form))
            .Select(form => $"{form}:\n{Lines(expected.GetValueOrDefault(form), seen.GetValueOrDefault(form))}");

    private static string Types(SavedCell cell) => string.Join(", ", cell.Outputs.Select(output => output.Type));

    private static string Lines(string? expected, string? seen)
    {
        var (before, after) = (Split(expected), Split(seen));
        var same = before.Zip(after).TakeWhile(pair => pair.First == pair.Second).Count();
        var sameAtEnd = before[same..]
            .Reverse()
            .Zip(after[same..].Reverse())
            .TakeWhile(pair => pair.First == pair.Second)
            .Count();
        return string.Join(
            '\n',
            [
                .. before[same..^sameAtEnd].Take(ShownLines).Select(line => $"  - {line}"),
                .. after[same..^sameAtEnd].Take(ShownLines).Select(line => $"  + {line}"),
            ]
        );
    }

    // HTML of a view is one long line.
    private static string[] Split(string? text) =>
        text?.Replace("><", ">\n<", StringComparison.Ordinal).Split('\n') ?? ["(missing)"];
}
