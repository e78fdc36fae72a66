using System.Security.Cryptography;
using System.Text;
using ClientAuth.MockServer.Options;

namespace ClientAuth.MockServer.Sharing;

/// <summary>
/// Keys that all nodes of an issuer have and nobody else: derived from its signing key by HKDF (RFC 5869), one for each purpose, so that
/// nodes exchange none.
/// </summary>
internal sealed class SharedKeys
{
    private readonly byte[] _secret;

    private SharedKeys(byte[] secret) => _secret = secret;

    /// <exception cref="InvalidOptionException">There is no signing key, or its private part cannot be exported.</exception>
    public static SharedKeys Of(ECDsa? signingKey)
    {
        try
        {
            return signingKey is null
                ? throw Unusable("is missing: nodes that share state sign with one key", cause: null)
                : new(signingKey.ExportParameters(includePrivateParameters: true).D!);
        }
        catch (CryptographicException e)
        {
            throw Unusable("cannot be exported: nodes that share state derive their other keys from it", e);
        }
    }

    /// <summary>256 bits for one purpose.</summary>
    public byte[] Derive(string purpose) =>
        HKDF.DeriveKey(
            HashAlgorithmName.SHA256,
            _secret,
            SHA256.HashSizeInBytes,
            info: Encoding.UTF8.GetBytes("client-auth: " + purpose)
        );

    private static InvalidOptionException Unusable(string why, Exception? cause) =>
        new(nameof(KeyOptions.SigningKey), $"SigningKey {why}.", cause);
}
