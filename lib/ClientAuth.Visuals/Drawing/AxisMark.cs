namespace ClientAuth.Visuals.Drawing;

/// <summary>A line across all rows at one value of the axis, with words above it.</summary>
internal sealed record AxisMark(int At, string Label)
{
    /// <summary>
    /// The line of text on which the words of each mark stand, counted from 0 downwards, so that no words run into others and no line
    /// runs through words: below a mark there are none that reach over it.
    /// </summary>
    /// <param name="marks">From left to right.</param>
    /// <param name="left">Where the words of a mark begin.</param>
    /// <param name="width">How wide they are, in the same unit.</param>
    public static IReadOnlyList<int> Lanes(
        IReadOnlyList<AxisMark> marks,
        Func<AxisMark, double> left,
        Func<AxisMark, double> width
    )
    {
        var ends = new double[marks.Count];
        List<int> lanes = [];
        foreach (var mark in marks)
        {
            var lane = Array.FindLastIndex(ends, end => end > left(mark)) + 1;
            ends[lane] = left(mark) + width(mark);
            lanes.Add(lane);
        }

        return lanes;
    }
}
