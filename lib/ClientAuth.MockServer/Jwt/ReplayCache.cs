using ClientAuth.MockServer.Options;
using ClientAuth.SharedState;

namespace ClientAuth.MockServer.Jwt;

/// <summary>
/// Remembers what is good once and has been used: the <c>jti</c>s of assertions and proofs (RFC 7523 §3, RFC 9449 §11.1), and
/// challenges. Each belongs to an owner: one client cannot burn another's. Servers of one issuer in one process share one cache, and others
/// a store (<see cref="ISharedState"/>); otherwise an assertion could be replayed at the second.
/// </summary>
/// <remarks>
/// That something has expired is no reason to forget it: the clock may be set back, and then it is good again. What has expired is
/// forgotten when there are too many, the oldest first, and from then on whatever expires at the same time is refused.
/// </remarks>
/// <param name="clock">Says what has expired; it may be set forward and back.</param>
/// <param name="limit">How many are remembered before expired ones are forgotten: <see cref="LimitOptions.RememberedUseLimit"/>.</param>
public sealed class ReplayCache(TimeProvider clock, int limit = LimitOptions.DefaultRememberedUseLimit)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<(string Owner, string Id), (DateTimeOffset Until, long Number)> _used = [];
    private readonly ForgottenExpiries _forgotten = new();
    private long _number;

    // Above the limit while so many have not expired: each sweep is followed by at least as many uses as it has looked at.
    private int _sweepAt;

    /// <summary>How many are remembered.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _used.Count;
            }
        }
    }

    /// <summary>Tests and marks in one step: of many copies, one gets true, and none once it can no longer be accepted.</summary>
    /// <param name="owner">The client that an assertion has authenticated, or the key that made a proof.</param>
    /// <param name="id">The identifier, most often a <c>jti</c>.</param>
    /// <param name="until">When it can no longer be accepted, the allowed skew included.</param>
    public bool TryUse(string owner, string id, DateTimeOffset until) => UseAll([(owner, id, until)]) is null;

    /// <summary>Whether it has been used already, or may have been. For a refusal that costs little; only <see cref="UseAll"/> decides.</summary>
    internal bool IsUsed(string owner, string id, DateTimeOffset until)
    {
        lock (_lock)
        {
            return IsRemembered(owner, id, until, clock.GetUtcNow()) || _forgotten.Cover(until);
        }
    }

    /// <summary>Marks it, whether or not it was used before or has expired.</summary>
    internal void Remember(string owner, string id, DateTimeOffset until)
    {
        lock (_lock)
        {
            Add(owner, id, until);
        }
    }

    /// <summary>Uses all or none: the first that cannot be used, or null where all were new.</summary>
    internal RefusedUse? UseAll(IReadOnlyList<(string Owner, string Id, DateTimeOffset Until)> uses)
    {
        lock (_lock)
        {
            var now = clock.GetUtcNow();
            for (var i = 0; i < uses.Count; i++)
            {
                if (Refusal(uses[i].Owner, uses[i].Id, uses[i].Until, now) is { } why)
                {
                    return new RefusedUse(i, why);
                }
            }

            foreach (var (owner, id, until) in uses)
            {
                Add(owner, id, until);
            }

            return null;
        }
    }

    private string? Refusal(string owner, string id, DateTimeOffset until, DateTimeOffset now) =>
        IsRemembered(owner, id, until, now) ? "again"
        : until <= now ? "which has expired meanwhile"
        : _forgotten.Cover(until) ? $"which expires at {until:u}, a time of which used values are forgotten"
        : null;

    // An identifier may come again with something else, once the first has expired.
    private bool IsRemembered(string owner, string id, DateTimeOffset until, DateTimeOffset now) =>
        _used.TryGetValue((owner, id), out var use) && (use.Until > now || use.Until == until);

    private void Add(string owner, string id, DateTimeOffset until)
    {
        if (_used.Remove((owner, id), out var before) && before.Until != until)
        {
            _forgotten.Add([before.Until]);
        }

        _used.Add((owner, id), (until, _number++));
        if (_used.Count > Math.Max(limit, _sweepAt))
        {
            ForgetOldest(clock.GetUtcNow());
        }
    }

    // What the clock could make good again soonest was used last.
    private void ForgetOldest(DateTimeOffset now)
    {
        var expired = _used.Where(use => use.Value.Until <= now).OrderBy(use => use.Value.Number);
        List<KeyValuePair<(string Owner, string Id), (DateTimeOffset Until, long Number)>> oldest =
        [
            .. expired.Take(_used.Count - limit / 2),
        ];
        _forgotten.Add(oldest.Select(use => use.Value.Until));
        oldest.ForEach(use => _used.Remove(use.Key));
        _sweepAt = 2 * _used.Count;
    }
}
