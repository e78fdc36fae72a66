using ClientAuth.Visuals.Text;

namespace ClientAuth.Visuals.Drawing;

/// <summary>Names along an axis. plotly.js draws equal names as one, so the second of a name becomes <c>name (2)</c>.</summary>
internal static class DistinctNames
{
    public static IReadOnlyList<string> Of(IEnumerable<string> names)
    {
        var given = new HashSet<string>();
        return [.. names.Select(name => Distinct(name, given))];
    }

    private static string Distinct(string name, HashSet<string> given)
    {
        var distinct = name;
        for (var count = 2; !given.Add(distinct); count++)
        {
            distinct = $"{name} ({Numbers.Show(count)})";
        }

        return distinct;
    }
}
