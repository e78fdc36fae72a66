using ClientAuth.MockServer.Checks;
using ClientAuth.Protocol;
using Microsoft.IdentityModel.Tokens;

namespace ClientAuth.MockServer.Assertions;

/// <summary>
/// Verifies an assertion: header, key, signature, then claims (RFC 7523 §3). It spends nothing; that comes last, once the
/// request as a whole is allowed.
/// </summary>
internal sealed class AssertionChecks(HeaderChecks header, IdentityChecks identity, TimeChecks time)
{
    /// <summary>The use to be spent, or null where a check failed.</summary>
    /// <param name="client">The registered client.</param>
    /// <param name="jwt">What it sent.</param>
    /// <param name="algorithms">What its registration allows.</param>
    /// <param name="findKeys">Finds its keys, leaving a line; null where a check failed.</param>
    /// <param name="trace">Where every check leaves its line.</param>
    public async Task<AssertionUse?> CheckAsync(
        ClientMetadata client,
        DecodedJwt jwt,
        IReadOnlyList<string> algorithms,
        Func<Task<IReadOnlyList<SecurityKey>?>> findKeys,
        CheckTrace trace
    )
    {
        if (
            !header.Check(jwt, algorithms, trace)
            || await findKeys() is not { } keys
            || !SignatureCheck.Check(jwt, keys, trace)
            || !identity.Check(client, jwt, trace)
            || time.Check(jwt, trace) is not { } until
        )
        {
            return null;
        }

        return JtiCheck.Check(jwt, Rules.Jti, trace)
            ? new AssertionUse(client.ClientId, jwt.ClaimString("jti")!, until, Rules.JtiUnused)
            : null;
    }
}
