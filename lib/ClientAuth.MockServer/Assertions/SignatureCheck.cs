using ClientAuth.MockServer.Checks;
using ClientAuth.Protocol;
using Microsoft.IdentityModel.Tokens;

namespace ClientAuth.MockServer.Assertions;

/// <summary>Whether one of the registered keys made the signature (RFC 7515 §5.2).</summary>
internal static class SignatureCheck
{
    /// <param name="jwt">The assertion; its <c>alg</c> has been checked.</param>
    /// <param name="keys">Keys that fit the algorithm.</param>
    /// <param name="trace">Where the check leaves its line.</param>
    public static bool Check(DecodedJwt jwt, IReadOnlyList<SecurityKey> keys, CheckTrace trace)
    {
        var alg = jwt.HeaderString("alg")!;
        var verdicts = Verdicts(jwt, keys);
        var holds = verdicts.Contains(true);
        return trace.Check(
            Rules.Signature,
            holds,
            $"a signature by {alg} with the client's key",
            Quote.Bytes(jwt.Signature.Span)
                + (
                    !holds ? " that no registered key made"
                    : keys.Count == 1 ? ", verified with the registered key"
                    : $", verified with number {verdicts.IndexOf(true) + 1} of {keys.Count}"
                )
        );
    }

    /// <summary>Whether one of the keys made the signature; leaves no line.</summary>
    public static bool Holds(DecodedJwt jwt, IReadOnlyList<SecurityKey> keys) => Verdicts(jwt, keys).Contains(true);

    // Each is tried, whether or not one before has verified: the time tells nothing about which.
    private static List<bool> Verdicts(DecodedJwt jwt, IReadOnlyList<SecurityKey> keys) =>
        keys is [UnsecuredKey] ? [jwt.Signature.IsEmpty]
        : jwt.Signature.Length > 0 ? keys.Select(key => Verifies(key, jwt.HeaderString("alg")!, jwt)).ToList()
        : [];

    // A factory of its own: the default one caches providers in a static.
    public static bool Verifies(SecurityKey key, string alg, DecodedJwt jwt)
    {
        var factory = new CryptoProviderFactory { CacheSignatureProviders = false };
        var provider = factory.CreateForVerifying(key, alg);
        try
        {
            return provider.Verify(jwt.SigningInput, jwt.Signature.ToArray());
        }
        finally
        {
            factory.ReleaseSignatureProvider(provider);
        }
    }
}
