using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Reading;

namespace ClientAuth.MockServer.Tokens;

/// <summary>Lets a request in by its access token: read it, verify it, check what it is bound to, then what it allows.</summary>
internal sealed class TokenAdmission(AccessTokenChecks checks)
{
    /// <summary>The token of an admitted request, or null where a check failed.</summary>
    /// <param name="incoming">The request and its connection.</param>
    /// <param name="scope">The scope that the token must have.</param>
    /// <param name="trail">Where every check leaves its line.</param>
    public AccessToken? Admit(IncomingRequest incoming, string scope, Trail trail) =>
        BearerToken.Read(incoming, trail) is { } presented
        && checks.Check(presented.Compact, trail) is { } token
        && BindingChecks.Check(presented, token, incoming, trail)
        && CheckScope(token, scope, trail)
            ? token
            : null;

    private static bool CheckScope(AccessToken token, string scope, Trail trail) =>
        trail.Check(
            Rules.TokenScope,
            token.Scopes.Contains(scope),
            Quote.Text(scope),
            Quote.Text(string.Join(' ', token.Scopes))
        );
}
