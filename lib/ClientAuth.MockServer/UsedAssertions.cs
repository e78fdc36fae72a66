using ClientAuth.MockServer.Assertions;
using ClientAuth.MockServer.Tokens;

namespace ClientAuth.MockServer;

/// <summary>
/// The <c>jti</c>s that clients have spent (RFC 7523 §3). Keyed by client too: one client cannot burn another's. Servers that share
/// an issuer share one of these; otherwise an assertion could be replayed at the second.
/// </summary>
public sealed class UsedAssertions(TimeProvider clock)
{
    private readonly ExpiringSet<(string ClientId, string Jti)> _used = new(clock);

    /// <summary>How many are remembered.</summary>
    public int Count => _used.Count;

    /// <summary>Tests and marks in one step: of many copies, one gets true, and none once it can no longer be accepted.</summary>
    /// <param name="clientId">The client that the assertion has authenticated.</param>
    /// <param name="jti">The assertion's identifier.</param>
    /// <param name="until">When the assertion can no longer be accepted, the allowed skew included; then it is forgotten.</param>
    public bool TryUse(string clientId, string jti, DateTimeOffset until) => _used.TryAdd((clientId, jti), until);

    /// <summary>Whether it has been used already. For a refusal that costs little; only <see cref="UseAll"/> decides.</summary>
    internal bool IsUsed(AssertionUse use) => _used.Contains((use.Owner, use.Jti));

    /// <summary>Uses all or none; the first that cannot be used, or null where all were new.</summary>
    internal AssertionUse? UseAll(IReadOnlyList<AssertionUse> uses) =>
        _used.AddAll([.. uses.Select(use => ((use.Owner, use.Jti), use.Until))]) is { } refused ? uses[refused] : null;
}
