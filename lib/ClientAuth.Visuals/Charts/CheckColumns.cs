using ClientAuth.Protocol.Recording;
using ClientAuth.Visuals.Figures;
using ClientAuth.Visuals.Text;

namespace ClientAuth.Visuals.Charts;

/// <summary>
/// Checks in the server's order, as columns. A check at which a row ends has a column of its own as long as there is room; the checks
/// between them share columns.
/// </summary>
internal static class CheckColumns
{
    /// <summary>More names than these cannot be read beside each other.</summary>
    public const int AtMost = 12;

    public static IReadOnlyList<MatrixColumn> Of(IReadOnlyList<DecisionTrace> traces)
    {
        var failing = traces.Select(trace => trace.Refusing()?.Check).OfType<string>().ToHashSet();
        var parts = Split(CheckOrder.Of(traces), failing);
        while (parts.Count > AtMost)
        {
            var first = Enumerable.Range(0, parts.Count - 1).MinBy(index => Cost(parts[index], parts[index + 1]));
            parts[first] = [.. parts[first], .. parts[first + 1]];
            parts.RemoveAt(first + 1);
        }

        var names = parts.Select(part => Name(part, failing)).ToList();
        return
        [
            .. parts.Zip(
                names,
                (checks, name) =>
                    new MatrixColumn(names.Count(other => other == name) == 1 ? name : NameByFirst(checks), checks)
            ),
        ];

        // Checks that all passed are merged first, then those into the failing check behind them, last what failed.
        (int Kind, int Checks) Cost(string[] one, string[] next) =>
            (
                (Fails(one), Fails(next)) switch
                {
                    (false, false) => 0,
                    (false, true) => 1,
                    (true, false) => 3,
                    (true, true) => 2,
                },
                one.Length + next.Length
            );

        bool Fails(string[] part) => part.Any(failing.Contains);
    }

    private static List<string[]> Split(IReadOnlyList<string> order, HashSet<string> failing)
    {
        List<string[]> parts = [];
        foreach (var check in order)
        {
            if (
                parts is [.., var last]
                && !failing.Contains(check)
                && !failing.Contains(last[^1])
                && IsOneGroup(last[^1], check)
            )
            {
                parts[^1] = [.. last, check];
            }
            else
            {
                parts.Add([check]);
            }
        }

        return parts;
    }

    private static string Name(string[] checks, HashSet<string> failing)
    {
        if (checks is [var only])
        {
            return only;
        }

        if (checks.Where(failing.Contains).ToList() is [var one])
        {
            return WithMore(one, checks);
        }

        var (first, last) = (Group(checks[0]), Group(checks[^1]));
        return $"{first}{(first == last ? "" : $"–{last}")}: {Numbers.Show(checks.Length)} checks";
    }

    private static string NameByFirst(string[] checks) => WithMore(checks[0], checks);

    private static string WithMore(string check, string[] checks) =>
        $"{check} and {Numbers.Show(checks.Length - 1)} more";

    private static bool IsOneGroup(string one, string other) => Group(one) == Group(other);

    private static string Group(string check) => check.Split('.')[0];
}
