using ClientAuth.Protocol.Recording;

namespace ClientAuth.Visuals.Charts;

/// <summary>One order of checks that agrees with the order inside each trace.</summary>
internal static class CheckOrder
{
    /// <summary>A check that is new goes behind the one before it in its own trace.</summary>
    public static IReadOnlyList<string> Of(IEnumerable<DecisionTrace> traces)
    {
        var order = new List<string>();
        foreach (var trace in traces.OrderByDescending(trace => trace.Decisions.Count))
        {
            var next = 0;
            foreach (var check in trace.Decisions.Select(decision => decision.Check))
            {
                var known = order.IndexOf(check);
                if (known < 0)
                {
                    order.Insert(next, check);
                    known = next;
                }

                next = Math.Max(next, known + 1);
            }
        }

        return order;
    }
}
