using ClientAuth.MockServer.Assertions;
using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Dpop;
using ClientAuth.MockServer.Reading;

namespace ClientAuth.MockServer.Tokens;

/// <summary>Lets a request in by its access token: read it, verify it, check what it is bound to, then what it allows; a proof is spent last.</summary>
internal sealed class TokenAdmission(AccessTokenChecks checks, BoundTokenProofs proofs, AssertionSpending spending)
{
    /// <summary>The token of an admitted request, or null where a check failed.</summary>
    /// <param name="incoming">The request and its connection.</param>
    /// <param name="scope">The scope that the token must have.</param>
    /// <param name="trail">Where every check leaves its line.</param>
    public AccessToken? Admit(IncomingRequest incoming, string scope, Trail trail)
    {
        if (
            BearerToken.Read(incoming, trail) is not { } presented
            || checks.Check(presented.Compact, trail) is not { } token
            || !BindingChecks.Check(presented, token, incoming, trail)
        )
        {
            return null;
        }

        var needsProof = token.Binding.KeyThumbprint is not null;
        var proof = needsProof ? proofs.Check(presented, token, incoming, trail) : null;
        return
            (proof is not null || !needsProof) && CheckScope(token, scope, trail) && spending.Spend(trail, proof?.Use)
            ? token
            : null;
    }

    private static bool CheckScope(AccessToken token, string scope, Trail trail) =>
        trail.Check(
            Rules.TokenScope,
            token.Scopes.Contains(scope),
            Quote.Text(scope),
            Quote.Text(string.Join(' ', token.Scopes))
        );
}
