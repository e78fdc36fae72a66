using ClientAuth.Visuals.Text;

namespace ClientAuth.Visuals.Figures;

/// <summary>Consecutive days, from the first up to, and without, the end.</summary>
internal sealed record DayRange(int From, int End)
{
    public int Length => End - From;

    /// <summary>The first and the last day: <c>120 to 122</c>, or <c>240</c>.</summary>
    public string Days => Length == 1 ? Numbers.Show(From) : $"{Numbers.Show(From)} to {Numbers.Show(End - 1)}";

    /// <summary>Days, in any order, as ranges.</summary>
    public static IReadOnlyList<DayRange> Of(IEnumerable<int> days)
    {
        List<DayRange> stretches = [];
        foreach (var day in days.Distinct().Order())
        {
            if (stretches is [.., var last] && last.End == day)
            {
                stretches[^1] = last with { End = day + 1 };
            }
            else
            {
                stretches.Add(new DayRange(day, day + 1));
            }
        }

        return stretches;
    }
}
