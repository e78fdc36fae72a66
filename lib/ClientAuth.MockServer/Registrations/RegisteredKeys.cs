using System.Security.Cryptography;
using ClientAuth.MockServer.Assertions;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Registrations;

/// <summary>What the keys of a <c>private_key_jwt</c> client must be. Key types that the server does not know are ignored (RFC 7517 §5).</summary>
internal static class RegisteredKeys
{
    public static void Check(ClientMetadata client, int minimumRsaKeySize)
    {
        var keys = client.Jwks?.Keys.Where(PublicKeys.IsKnownType).ToList();
        if (keys is not { Count: > 0 })
        {
            throw Registration.Wrong(client, "jwks", "needs at least one RSA or EC key for private_key_jwt");
        }

        foreach (var key in keys)
        {
            Check(client, key, minimumRsaKeySize);
        }
    }

    private static void Check(ClientMetadata client, Jwk jwk, int minimumRsaKeySize)
    {
        AsymmetricAlgorithm key;
        try
        {
            key = PublicKeys.Import(jwk);
        }
        catch (Exception e) when (e is FormatException or CryptographicException or ArgumentException)
        {
            throw Registration.Wrong(client, "jwks", $"has a key '{jwk.Kid}' that is no valid {jwk.Kty} key");
        }

        using (key)
        {
            if (key is RSA && key.KeySize < minimumRsaKeySize)
            {
                throw Registration.Wrong(
                    client,
                    "jwks",
                    $"has a key '{jwk.Kid}' of {key.KeySize} bits; RSA keys need {minimumRsaKeySize} (RFC 7518 §3.3)"
                );
            }

            if (key is RSA rsa && RocaFingerprint.Matches(rsa.ExportParameters(false).Modulus))
            {
                throw Registration.Wrong(
                    client,
                    "jwks",
                    $"has a key '{jwk.Kid}' whose private half can be computed (ROCA, CVE-2017-15361); make another"
                );
            }
        }
    }
}
