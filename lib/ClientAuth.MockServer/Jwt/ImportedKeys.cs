using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using ClientAuth.Protocol;
using Microsoft.IdentityModel.Tokens;

namespace ClientAuth.MockServer.Jwt;

/// <summary>
/// Registered keys, imported once: a client signs with the same key again and again, and to import it takes longer than to verify with it.
/// A key is forgotten with the registration that it belongs to.
/// </summary>
internal sealed class ImportedKeys
{
    // By the text of the number that makes the key. A decoy's key is another object for each request and has the same text: otherwise the
    // time that it takes to import would tell that its client does not exist.
    private readonly ConditionalWeakTable<string, Known> _known = [];

    /// <exception cref="FormatException">See <see cref="PublicKeys.Import"/>.</exception>
    /// <exception cref="CryptographicException">See <see cref="PublicKeys.Import"/>.</exception>
    public SecurityKey Of(Jwk jwk)
    {
        if ((jwk.N ?? jwk.X) is not { } number)
        {
            return Import(jwk);
        }

        var known = _known.GetValue(number, _ => new Known(Numbers(jwk), Import(jwk)));
        return known.Numbers == Numbers(jwk) ? known.Key : Import(jwk);
    }

    private static (string, string?, string?, string?, string?, string?) Numbers(Jwk jwk) =>
        (jwk.Kty, jwk.Crv, jwk.X, jwk.Y, jwk.N, jwk.E);

    private static SecurityKey Import(Jwk jwk)
    {
        var key = PublicKeys.ForVerifying(PublicKeys.Import(jwk));
        key.CryptoProviderFactory = new HeldSignatureProviders(key);
        return key;
    }

    private sealed record Known(
        (string Kty, string? Crv, string? X, string? Y, string? N, string? E) Numbers,
        SecurityKey Key
    );
}
