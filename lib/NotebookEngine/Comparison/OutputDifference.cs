namespace NotebookEngine.Comparison;

/// <summary>Compares the outputs of two runs of a notebook, and describes each difference.</summary>
internal static class OutputDifference
{
    /// <returns>None where a reader sees the same.</returns>
    public static IReadOnlyList<CellDifference> Between(SavedNotebook expected, SavedNotebook seen) =>
        [
            .. expected
                .CodeCells.Zip(seen.CodeCells)
                .SelectMany(cells =>
                    Between(cells.First, cells.Second).Select(told => new CellDifference(cells.First.Id, told))
                ),
            .. expected.CodeCells.Count == seen.CodeCells.Count
                ? Array.Empty<CellDifference>()
                : [new("", $"{expected.CodeCells.Count} code cells expected, {seen.CodeCells.Count} seen")],
        ];

    private static IEnumerable<string> Between(SavedCell expected, SavedCell seen)
    {
        if (expected.ExecutionCount != seen.ExecutionCount)
        {
            yield return $"execution count {Number(expected)} expected, {Number(seen)} seen";
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
        from form in expected.Keys.Union(seen.Keys)
        let before = expected.GetValueOrDefault(form)
        let after = seen.GetValueOrDefault(form)
        where before != after
        select $"{form}:\n{DifferentLines.Between(before, after)}";

    private static string Number(SavedCell cell) => cell.ExecutionCount is { } count ? $"{count}" : "none";

    private static string Types(SavedCell cell) => string.Join(", ", cell.Outputs.Select(output => output.Type));
}

/// <summary>How the outputs of one cell differ between two runs.</summary>
/// <param name="CellId">The cell; empty where the cells themselves are not the same.</param>
/// <param name="Told">For a person: which output, in which form, and the lines expected (<c>-</c>) and seen (<c>+</c>).</param>
internal sealed record CellDifference(string CellId, string Told)
{
    public override string ToString() => CellId.Length == 0 ? Told : $"{CellId}: {Told}";
}
