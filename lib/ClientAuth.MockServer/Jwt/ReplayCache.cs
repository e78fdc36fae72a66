namespace ClientAuth.MockServer.Jwt;

/// <summary>
/// Remembers what is good once and has been used, until it could no longer be accepted anyway: the <c>jti</c>s of assertions and
/// proofs (RFC 7523 §3, RFC 9449 §11.1), and challenges. Each belongs to an owner: one client cannot burn another's. Servers that
/// share an issuer share one cache; otherwise an assertion could be replayed at the second.
/// </summary>
public sealed class ReplayCache(TimeProvider clock)
{
    private readonly Lock _lock = new();
    private readonly HashSet<(string Owner, string Id)> _used = [];
    private readonly PriorityQueue<(string Owner, string Id), DateTimeOffset> _byExpiry = new();

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
    /// <param name="until">When it can no longer be accepted, the allowed skew included; then it is forgotten.</param>
    public bool TryUse(string owner, string id, DateTimeOffset until) => UseAll([(owner, id, until)]) is null;

    /// <summary>Whether it has been used already. For a refusal that costs little; only <see cref="UseAll"/> decides.</summary>
    internal bool IsUsed(string owner, string id)
    {
        lock (_lock)
        {
            ForgetExpired(clock.GetUtcNow());
            return _used.Contains((owner, id));
        }
    }

    /// <summary>Uses all or none: the place of the first that cannot be used, or null where all were new.</summary>
    internal int? UseAll(IReadOnlyList<(string Owner, string Id, DateTimeOffset Until)> uses)
    {
        lock (_lock)
        {
            var now = clock.GetUtcNow();
            ForgetExpired(now);
            for (var i = 0; i < uses.Count; i++)
            {
                // What expired after its check must not pass, since its first use has just been forgotten.
                if (uses[i].Until <= now || _used.Contains((uses[i].Owner, uses[i].Id)))
                {
                    return i;
                }
            }

            foreach (var (owner, id, until) in uses)
            {
                if (_used.Add((owner, id)))
                {
                    _byExpiry.Enqueue((owner, id), until);
                }
            }

            return null;
        }
    }

    private void ForgetExpired(DateTimeOffset now)
    {
        while (_byExpiry.TryPeek(out var key, out var until) && until <= now)
        {
            _byExpiry.Dequeue();
            _used.Remove(key);
        }
    }
}
