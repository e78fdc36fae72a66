using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Jwt;
using ClientAuth.MockServer.Options;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Registrations.Keys;

/// <summary>The keys of a set that the server believes, whoever named it: a client, a publisher of software statements, an attester.</summary>
internal static class TrustedKeys
{
    /// <summary>What keeps a key from verifying anything that is to be believed; null where nothing does.</summary>
    public static string? Flaw(Jwk key, int minimumRsaKeySize) =>
        !PublicKeys.IsKnownType(key) ? $"a key of the type {Quote.Sent(key.Kty)}"
        : KeyFit.Contradiction(key) is { } contradiction ? $"a key with {contradiction}"
        : RegisteredKeys.Weakness(key, minimumRsaKeySize);

    /// <summary>Finds at the start, and not in the first request, that somebody whom the server trusts has no key, or one with a flaw.</summary>
    /// <param name="option">Names them.</param>
    /// <param name="issuer">Whose keys.</param>
    /// <param name="keys">Keys of types that the server does not know are passed over (RFC 7517 §5).</param>
    /// <param name="minimumRsaKeySize">In bits.</param>
    /// <exception cref="InvalidOptionException">The message names the issuer, and the flaw.</exception>
    public static void Require(string option, string issuer, JwkSet keys, int minimumRsaKeySize)
    {
        var known = keys.Keys.Where(PublicKeys.IsKnownType).ToList();
        if (known is [])
        {
            throw new InvalidOptionException(option, $"{option}: '{issuer}' needs at least one RSA or EC key.");
        }

        foreach (var key in known)
        {
            if (Flaw(key, minimumRsaKeySize) is { } flaw)
            {
                throw new InvalidOptionException(option, $"{option}: '{issuer}' has {flaw}, kid '{key.Kid}'.");
            }
        }
    }
}
