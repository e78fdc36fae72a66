namespace ClientAuth.Visuals.Charts;

/// <summary>A line across all rows at one value of the axis, with words above it.</summary>
internal sealed record AxisMark(int At, string Label)
{
    /// <summary>The line of text on which the words of each mark stand, from 0, so that no words run into others.</summary>
    /// <param name="marks">From left to right.</param>
    /// <param name="left">Where the words of a mark begin.</param>
    /// <param name="width">How wide they are, in the same unit.</param>
    public static IReadOnlyList<int> Lanes(
        IReadOnlyList<AxisMark> marks,
        Func<AxisMark, double> left,
        Func<AxisMark, double> width
    )
    {
        List<double> ends = [];
        List<int> lanes = [];
        foreach (var mark in marks)
        {
            var lane = ends.FindIndex(end => end <= left(mark));
            if (lane < 0)
            {
                ends.Add(0);
                lane = ends.Count - 1;
            }

            ends[lane] = left(mark) + width(mark);
            lanes.Add(lane);
        }

        return lanes;
    }
}
