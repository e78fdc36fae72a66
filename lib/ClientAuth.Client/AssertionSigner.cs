using System.Security.Cryptography;

namespace ClientAuth.Client;

/// <summary>
/// A key together with the one algorithm it signs with. All cases are nested here, one file each.
///
/// | algorithm     | key                       | signature                        | reference     |
/// | HS256/384/512 | at least as long as hash  | MAC, as long as the hash         | RFC 7518 §3.2 |
/// | RS256/384/512 | RSA, at least 2048 bits   | as long as the modulus           | RFC 7518 §3.3 |
/// | ES256/384/512 | P-256 / P-384 / P-521     | R and S side by side: 64, 96, 132 | RFC 7518 §3.4 |
/// | PS256/384/512 | RSA, at least 2048 bits   | as long as the modulus           | RFC 7518 §3.5 |
/// </summary>
public abstract partial class AssertionSigner
{
    private AssertionSigner(string algorithm, string? keyId)
    {
        Algorithm = algorithm;
        KeyId = keyId;
    }

    /// <summary>The JOSE header's <c>alg</c>.</summary>
    public string Algorithm { get; }

    /// <summary>The JOSE header's <c>kid</c>; null leaves it out.</summary>
    public string? KeyId { get; }

    private protected HashAlgorithmName Hash =>
        Algorithm[2..] switch
        {
            "256" => HashAlgorithmName.SHA256,
            "384" => HashAlgorithmName.SHA384,
            _ => HashAlgorithmName.SHA512,
        };

    /// <summary>The signer for a private key, RSA or ECDsa.</summary>
    /// <exception cref="ArgumentException">Key and algorithm do not belong together; the message says why.</exception>
    public static AssertionSigner ForKey(AsymmetricAlgorithm privateKey, string algorithm, string? keyId = null) =>
        privateKey switch
        {
            RSA rsa => new Rsa(rsa, algorithm, keyId),
            ECDsa ec => new Ecdsa(ec, algorithm, keyId),
            _ => throw new ArgumentException(
                $"A {privateKey.GetType().Name} key cannot sign an assertion; use an RSA or ECDsa key."
            ),
        };

    /// <summary>Signs the bytes of encoded header, full stop, encoded payload (RFC 7515 §5.1).</summary>
    public abstract byte[] Sign(ReadOnlySpan<byte> signingInput);

    /// <summary>The algorithm; never the key.</summary>
    public sealed override string ToString() => Algorithm;

    // Also keeps the set closed: nobody outside can implement it.
    internal abstract IReadOnlyList<string> AlgorithmsOfKey { get; }

    private void RequireAlgorithm(string key)
    {
        if (!AlgorithmsOfKey.Contains(Algorithm))
        {
            throw new ArgumentException(
                $"{key} does not go with '{Algorithm}'; use one of {string.Join(", ", AlgorithmsOfKey)}."
            );
        }
    }
}
