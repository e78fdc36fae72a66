using ClientAuth.Visuals.Text;

namespace ClientAuth.Visuals.Charts;

/// <summary>One row of dots: a ring in each column that was passed, and the column with the cross, if any.</summary>
internal sealed record DotRow(string Name, IReadOnlyList<string> Passed, string? Failed)
{
    public const string None = "none";

    /// <summary>What stands beside the last mark.</summary>
    public string Label => Failed ?? $"✓ all {Numbers.Show(Passed.Count)} passed";
}
