using ClientAuth.Visuals.Text;

namespace ClientAuth.Visuals.Charts;

/// <summary>Days in a row, from the first up to, and without, the end.</summary>
internal sealed record Stretch(int From, int End)
{
    public int Length => End - From;

    /// <summary>The first and the last day: <c>120 to 122</c>, or <c>240</c>.</summary>
    public string Days => Length == 1 ? Numbers.Show(From) : $"{Numbers.Show(From)} to {Numbers.Show(End - 1)}";

    /// <summary>Days, in any order, as stretches.</summary>
    public static IReadOnlyList<Stretch> Of(IEnumerable<int> days)
    {
        List<Stretch> stretches = [];
        foreach (var day in days.Distinct().Order())
        {
            if (stretches is [.., var last] && last.End == day)
            {
                stretches[^1] = last with { End = day + 1 };
            }
            else
            {
                stretches.Add(new Stretch(day, day + 1));
            }
        }

        return stretches;
    }
}
