using ClientAuth.SharedState;

namespace ClientAuth.MockServer.Tokens;

/// <summary>
/// What became of the tokens that were issued: those taken back or used up are remembered, for all nodes. The rest needs no memory, since
/// a token proves itself by its signature.
/// </summary>
internal sealed class IssuedTokens(ISharedState state)
{
    /// <summary>False for a token that was revoked or spent, or may have been.</summary>
    public async ValueTask<bool> IsLiveAsync(string jti, DateTimeOffset expires) =>
        !await state.IsUsedAsync(End(jti, expires));

    /// <summary>Takes a token back (RFC 7009 §2), an expired one too; it is dead everywhere from the next check on.</summary>
    public ValueTask RevokeAsync(AccessToken token) => state.MarkUsedAsync(End(token.Jti, token.Expires));

    /// <summary>Uses up a token that works once: of many calls, one gets true, and none where it was revoked or has expired.</summary>
    public async ValueTask<bool> TrySpendAsync(AccessToken token) =>
        await state.UseAllAsync([End(token.Jti, token.Expires)]) is null;

    // They share one owner: identifiers of this issuer's tokens are unique.
    private static StateUse End(string jti, DateTimeOffset expires) =>
        new(new(StateKind.EndedToken, Owner: "", jti), expires);
}
