namespace ClientAuth.MockServer.Jwt;

/// <summary>
/// When the uses expired that a replay cache no longer remembers, as spans of time. Something unknown that expires within one of them
/// may be one of those uses, so it cannot be told from a new one.
/// </summary>
internal sealed class ForgottenExpiries
{
    // So that the spans do not grow either; the closest ones become one.
    private const int MostSpans = 256;

    private static readonly TimeSpan SmallestGap = TimeSpan.FromSeconds(1);

    // In order of time, none touching another.
    private List<(DateTimeOffset From, DateTimeOffset To)> _spans = [];

    public void Add(IEnumerable<DateTimeOffset> expiries)
    {
        List<(DateTimeOffset From, DateTimeOffset To)> all =
        [
            .. _spans.Concat(expiries.Select(expiry => (expiry, expiry))).Order(),
        ];
        _spans = Joined(all, SmallestGap);
        if (_spans.Count > MostSpans)
        {
            var gaps = _spans.Zip(_spans.Skip(1), (one, next) => next.From - one.To).Order().ToList();
            _spans = Joined(_spans, gaps[_spans.Count - MostSpans - 1]);
        }
    }

    /// <summary>Whether something may be forgotten that expired at this time.</summary>
    public bool Cover(DateTimeOffset expiry) => _spans.Exists(span => span.From <= expiry && expiry <= span.To);

    private static List<(DateTimeOffset From, DateTimeOffset To)> Joined(
        List<(DateTimeOffset From, DateTimeOffset To)> spans,
        TimeSpan gap
    )
    {
        List<(DateTimeOffset From, DateTimeOffset To)> joined = [];
        foreach (var span in spans)
        {
            if (joined is [.., var last] && span.From - last.To <= gap)
            {
                joined[^1] = (last.From, span.To > last.To ? span.To : last.To);
            }
            else
            {
                joined.Add(span);
            }
        }

        return joined;
    }
}
