using System.Text.RegularExpressions;

namespace Lessons.DotNetInteractive.Tests;

/// <summary>
/// A lesson's exercises with their solutions in place of the stubs, as cells to run besides those of the lesson. The solutions are
/// read as the engine's <c>run --solutions</c> does: an anchor names the cell, the first fence of C# after it is the cell's text.
/// </summary>
internal static partial class SolvedCell
{
    private const string Suffix = "-solved";

    /// <summary>Whether a cell is one of these.</summary>
    public static bool Is(string cellId) => cellId.EndsWith(Suffix, StringComparison.Ordinal);

    /// <summary>The lesson's cells, and before the last one, which closes the lab, its solved exercises.</summary>
    public static IEnumerable<CodeCell> InsertInto(IReadOnlyList<CodeCell> cells, string lesson) =>
        [.. cells.SkipLast(1), .. Of(lesson), cells[^1]];

    private static IEnumerable<CodeCell> Of(string lesson)
    {
        var file = Path.Combine(Checkout.Notebooks, "solutions", Path.ChangeExtension(lesson, ".md"));
        return Solution
            .Matches(File.ReadAllText(file).ReplaceLineEndings("\n"))
            .Select(solution => new CodeCell(
                solution.Groups["cell"].Value + Suffix,
                solution.Groups["code"].Value.TrimEnd('\n')
            ));
    }

    [GeneratedRegex(
        """<a id="(?<cell>[^"]+)"></a>.*?^```csharp\n(?<code>.*?)^```""",
        RegexOptions.Singleline | RegexOptions.Multiline
    )]
    private static partial Regex Solution { get; }
}
