using ClientAuth.Visuals.Text;

namespace ClientAuth.Visuals.Differences;

/// <summary>A line of a difference as it is shown.</summary>
internal abstract record DifferenceLine
{
    // Fewer take no more room than the line that would stand for them.
    private const int LeastFolded = 4;

    private DifferenceLine() { }

    /// <summary>A part that is not folded.</summary>
    public sealed record Open(ComparedPart Part) : DifferenceLine;

    /// <summary>Consecutive parts that are equal, folded into one line.</summary>
    public sealed record Folded(IReadOnlyList<ComparedPart> Parts) : DifferenceLine
    {
        /// <summary>For example <c>4 equal parts: Host, Content-Type, grant_type, scope</c>.</summary>
        public override string ToString() =>
            $"{Numbers.Show(Parts.Count)} equal parts: {string.Join(", ", Parts.Select(part => part.Name))}";
    }

    public static IReadOnlyList<DifferenceLine> Of(IReadOnlyList<ComparedPart> parts)
    {
        List<DifferenceLine> lines = [];
        List<ComparedPart> equal = [];
        foreach (var part in parts)
        {
            if (part.IsEqual)
            {
                equal.Add(part);
                continue;
            }

            lines.AddRange(Fold(equal));
            equal = [];
            lines.Add(new Open(part));
        }

        return [.. lines, .. Fold(equal)];
    }

    private static IEnumerable<DifferenceLine> Fold(List<ComparedPart> equal) =>
        equal.Count < LeastFolded ? equal.Select(part => new Open(part)) : [new Folded(equal)];
}
