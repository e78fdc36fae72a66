namespace NotebookEngine.Comparison;

/// <summary>What one cell shows differently in two runs.</summary>
/// <param name="CellId">The cell; empty where the cells themselves are not the same.</param>
/// <param name="Told">For a person: which output, in which form, and the lines expected (<c>-</c>) and seen (<c>+</c>).</param>
internal sealed record CellDifference(string CellId, string Told)
{
    public override string ToString() => CellId.Length == 0 ? Told : $"{CellId}: {Told}";
}
