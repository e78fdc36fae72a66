using ClientAuth.Visuals.Drawing;
using ClientAuth.Visuals.Text;

namespace ClientAuth.Visuals.Measurements;

/// <summary>The axis of samples. A few that took very long, because the machine did something else, would squeeze all others together; they lie at its end.</summary>
internal static class MeasuredAxis
{
    private const double RoomBehindTheBand = 1.3;
    private const double RoomAtALogarithmicEnd = 2;

    public static ValueAxis Of(IReadOnlyList<SampleLane> lanes, AxisScale scale)
    {
        var last = lanes.Select(lane => lane.High).DefaultIfEmpty(0).Max();
        last = last > 0 ? last : 1;
        if (scale == AxisScale.Linear)
        {
            return new ValueAxis(0, Numbers.Rounded(last * RoomBehindTheBand));
        }

        var first = lanes.Select(lane => lane.Low).Where(low => low > 0).DefaultIfEmpty(last).Min();
        return new ValueAxis(
            Numbers.Rounded(first / RoomAtALogarithmicEnd),
            Numbers.Rounded(last * RoomAtALogarithmicEnd),
            IsLogarithmic: true
        );
    }
}
