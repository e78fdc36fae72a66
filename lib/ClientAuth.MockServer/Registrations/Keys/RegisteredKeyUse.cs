using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Jwt;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Registrations.Keys;

/// <summary>
/// Whether the keys of a <c>private_key_jwt</c> client can ever verify an assertion of it, by what they say about themselves. Keys for
/// encryption may stand beside them (RFC 7517 §4.2); a key that contradicts itself is a mistake, wherever it stands.
/// </summary>
internal static class RegisteredKeyUse
{
    public static IEnumerable<CheckResult> Of(ClientMetadata client, IReadOnlyList<string> verified)
    {
        if (client.TokenEndpointAuthMethod != TokenEndpointAuthMethods.PrivateKeyJwt || client.JwksUri is not null)
        {
            yield break;
        }

        var keys = client.Jwks!.Keys.Where(PublicKeys.IsKnownType).ToList();
        foreach (var key in keys.Where(key => !KeyFit.IsForEncryption(key)))
        {
            var contradiction = KeyFit.Contradiction(key);
            yield return new CheckResult(
                Rules.RegisteredKeyUse,
                contradiction is null,
                "each key of jwks to be for encryption, or to verify signatures by what use, key_ops and alg say",
                $"{contradiction ?? PublicKeys.Kind(key)}, kid {Quote.Text(key.Kid)}"
            );
        }

        var algorithms = client.TokenEndpointAuthSigningAlg is { } alg
            ? [alg]
            : SignatureAlgorithms.Asymmetric.Intersect(verified).ToList();
        var fitting = keys.Count(key => algorithms.Any(alg => KeyFit.Misfit(key, alg) is null));
        yield return new CheckResult(
            Rules.RegisteredKeyUse,
            fitting > 0,
            algorithms is []
                ? "no key: the server verifies no signature"
                : $"a key in jwks for {string.Join(" or ", algorithms)}",
            $"{fitting} of {keys.Count}" + (fitting == 0 ? $", the first with {Misfit(keys[0], algorithms)}" : "")
        );
    }

    private static string Misfit(Jwk key, IReadOnlyList<string> algorithms) =>
        $"kid {Quote.Text(key.Kid)}: {KeyFit.Contradiction(key) ?? (algorithms is [var alg, ..] ? KeyFit.Misfit(key, alg) : null) ?? PublicKeys.Kind(key)}";
}
