using ClientAuth.MockServer.Jwt;

namespace ClientAuth.MockServer.Tokens;

/// <summary>
/// What became of the tokens that were issued: those taken back or used up are remembered, as <see cref="ReplayCache"/> does. The rest
/// needs no memory, since a token proves itself by its signature.
/// </summary>
internal sealed class IssuedTokens(TimeProvider clock, int limit)
{
    // They share one owner: identifiers of this server's tokens are unique.
    private const string Owner = "access token";

    private readonly ReplayCache _dead = new(clock, limit);

    /// <summary>How many are remembered.</summary>
    public int Count => _dead.Count;

    /// <summary>False for a token that was revoked or spent, or may have been.</summary>
    public bool IsLive(string jti, DateTimeOffset expires) => !_dead.IsUsed(Owner, jti, expires);

    /// <summary>Takes a token back (RFC 7009 §2), an expired one too; it is dead everywhere from the next check on.</summary>
    public void Revoke(AccessToken token) => _dead.Remember(Owner, token.Jti, token.Expires);

    /// <summary>Uses up a token that works once: of many calls, one gets true, and none where it was revoked or has expired.</summary>
    public bool TrySpend(AccessToken token) => _dead.TryUse(Owner, token.Jti, token.Expires);
}
