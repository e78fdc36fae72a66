namespace ClientAuth.MockServer;

/// <summary>
/// The <c>jti</c>s that clients have spent (RFC 7523 §3). Keyed by client too: one client cannot burn another's. Servers that share
/// an issuer share one of these; otherwise an assertion could be replayed at the second.
/// </summary>
public sealed class UsedAssertions(TimeProvider clock)
{
    private readonly Lock _lock = new();
    private readonly HashSet<(string ClientId, string Jti)> _used = [];
    private readonly PriorityQueue<(string ClientId, string Jti), DateTimeOffset> _byExpiry = new();

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
    /// <param name="clientId">The client that the assertion has authenticated.</param>
    /// <param name="jti">The assertion's identifier.</param>
    /// <param name="until">When the assertion can no longer be accepted, the allowed skew included; then it is forgotten.</param>
    public bool TryUse(string clientId, string jti, DateTimeOffset until)
    {
        lock (_lock)
        {
            var now = clock.GetUtcNow();
            ForgetExpired(now);
            // What expired after its check must not pass, since its first use has just been forgotten.
            if (until <= now || !_used.Add((clientId, jti)))
            {
                return false;
            }

            _byExpiry.Enqueue((clientId, jti), until);
            return true;
        }
    }

    private void ForgetExpired(DateTimeOffset now)
    {
        while (_byExpiry.TryPeek(out var entry, out var until) && until <= now)
        {
            _byExpiry.Dequeue();
            _used.Remove(entry);
        }
    }
}
