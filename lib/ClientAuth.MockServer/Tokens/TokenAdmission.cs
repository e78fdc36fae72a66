using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Jwt;
using ClientAuth.MockServer.Reading;

namespace ClientAuth.MockServer.Tokens;

/// <summary>Lets a request in by its access token: read it, verify it, check what it is bound to, then what it allows; a proof is spent last.</summary>
internal sealed class TokenAdmission(AccessTokenChecks checks, BindingChecks bindings, SingleUseChecks singleUse)
{
    /// <summary>The token of an admitted request, or null where a check failed.</summary>
    /// <param name="incoming">The request and its connection.</param>
    /// <param name="scope">The scope that the token must have.</param>
    /// <param name="trace">Where every check leaves its line.</param>
    public async ValueTask<AccessToken?> AdmitAsync(IncomingRequest incoming, string scope, CheckTrace trace)
    {
        if (
            BearerToken.Read(incoming, trace) is not { } presented
            || await checks.CheckAsync(presented.Compact, trace) is not { } token
            || !BindingChecks.Check(presented, token, incoming, trace)
        )
        {
            return null;
        }

        var needsProof = token.Binding.KeyThumbprint is not null;
        var proof = needsProof ? bindings.CheckProof(presented, token, incoming, trace) : null;
        return
            (proof is not null || !needsProof)
            && CheckScope(token, scope, trace)
            && await singleUse.SpendAsync(trace, proof?.Use)
            ? token
            : null;
    }

    private static bool CheckScope(AccessToken token, string scope, CheckTrace trace) =>
        trace.Check(
            Rules.TokenScope,
            token.Scopes.Contains(scope),
            Quote.Text(scope),
            Quote.Text(string.Join(' ', token.Scopes))
        );
}
