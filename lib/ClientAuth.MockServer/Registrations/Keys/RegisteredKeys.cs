using System.Buffers.Text;
using System.Security.Cryptography;
using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Jwt;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Registrations.Keys;

/// <summary>What the keys of a <c>private_key_jwt</c> client must be. Key types that the server does not know are ignored (RFC 7517 §5).</summary>
internal static class RegisteredKeys
{
    public static IEnumerable<CheckResult> Of(ClientMetadata client, int minimumRsaKeySize)
    {
        if (client.TokenEndpointAuthMethod != TokenEndpointAuthMethods.PrivateKeyJwt || client.JwksUri is not null)
        {
            yield break;
        }

        var sent = client.Jwks?.Keys ?? [];
        var keys = sent.Where(PublicKeys.IsKnownType).ToList();
        yield return new CheckResult(
            Rules.RegisteredKeys,
            keys is not [],
            "at least one RSA or EC key in jwks for private_key_jwt",
            keys is [] ? Unused(sent) : $"{keys.Count}"
        );
        foreach (var key in keys)
        {
            yield return Strength(key, minimumRsaKeySize);
        }
    }

    /// <summary>Whether a key of a known type is strong enough.</summary>
    public static CheckResult Strength(Jwk key, int minimumRsaKeySize)
    {
        var weakness = Weakness(key, minimumRsaKeySize);
        return new CheckResult(
            Rules.RegisteredKeyStrength,
            weakness is null,
            $"each key of jwks to be valid, {RsaKeySizes.Describe(minimumRsaKeySize)}, none made by the faulty library (ROCA)",
            $"{weakness ?? Words(key)}, kid {Quote.Text(key.Kid)}"
        );
    }

    /// <summary>What keeps a key of a known type from being registered, or null.</summary>
    public static string? Weakness(Jwk jwk, int minimumRsaKeySize)
    {
        try
        {
            using var key = PublicKeys.Import(jwk);
            return key switch
            {
                RSA when !RsaKeySizes.Fits(key.KeySize, minimumRsaKeySize) => $"an RSA key of {key.KeySize} bits",
                RSA rsa when RocaFingerprint.Matches(rsa.ExportParameters(false).Modulus) =>
                    "an RSA key whose private half can be computed",
                _ => null,
            };
        }
        catch (Exception e) when (e is FormatException or CryptographicException or ArgumentException)
        {
            return $"a key that is no valid {jwk.Kty} key";
        }
    }

    // A key that is there is named, so that nobody looks for one that got lost.
    private static string Unused(IReadOnlyList<Jwk> keys) =>
        keys switch
        {
            [] => "none",
            [{ Kty: "EC" } key] => $"1 key, of no known curve: crv {Quote.Sent(key.Crv)}",
            [var key] => $"1 key, of a kind that this server does not use: kty {Quote.Sent(key.Kty)}",
            [var key, ..] => $"{keys.Count} keys, none of a kind and curve that this server uses; "
                + $"the first: kty {Quote.Sent(key.Kty)}, crv {Quote.Sent(key.Crv)}",
        };

    // Of a key that has no weakness, so its members are there.
    private static string Words(Jwk jwk) =>
        jwk.Kty == "RSA"
            ? $"an RSA key of {8 * Base64Url.DecodeFromChars(jwk.N).Length} bits"
            : $"an EC key on {jwk.Crv}";
}
