using System.Diagnostics;
using System.Security.Cryptography;
using ClientAuth.Protocol;

namespace ClientAuth.Credentials;

/// <summary>The kinds of key that the lab makes.</summary>
public enum KeyAlgorithm
{
    /// <summary>Elliptic curve P-256, for <c>ES256</c>.</summary>
    EcP256,

    /// <summary>Elliptic curve P-384, for <c>ES384</c>.</summary>
    EcP384,

    /// <summary>Elliptic curve P-521, for <c>ES512</c>.</summary>
    EcP521,

    /// <summary>RSA with 1024 bits: too short, and made only to be refused.</summary>
    Rsa1024,

    /// <summary>RSA with 2048 bits, the least that RFC 7518 §3.3 allows.</summary>
    Rsa2048,

    /// <summary>RSA with 3072 bits.</summary>
    Rsa3072,
}

/// <summary>Makes keys of a <see cref="KeyAlgorithm"/>, and finds the one that a signature algorithm needs.</summary>
public static class KeyAlgorithmExtensions
{
    extension(KeyAlgorithm algorithm)
    {
        /// <summary>The kind of key that a signature algorithm needs (RFC 7518 §3.3 to §3.5).</summary>
        /// <exception cref="ArgumentException">The algorithm signs with no key pair.</exception>
        public static KeyAlgorithm ForSignature(string signatureAlgorithm) =>
            signatureAlgorithm switch
            {
                SignatureAlgorithms.ES256 => KeyAlgorithm.EcP256,
                SignatureAlgorithms.ES384 => KeyAlgorithm.EcP384,
                SignatureAlgorithms.ES512 => KeyAlgorithm.EcP521,
                _ when SignatureAlgorithms.Asymmetric.Contains(signatureAlgorithm) => KeyAlgorithm.Rsa2048,
                _ => throw new ArgumentException(
                    $"'{signatureAlgorithm}' does not sign with a key pair; use one of {string.Join(", ", SignatureAlgorithms.Asymmetric)}."
                ),
            };

        /// <summary>A new key pair, which the caller disposes of.</summary>
        public AsymmetricAlgorithm CreateKey() =>
            algorithm switch
            {
                KeyAlgorithm.EcP256 => ECDsa.Create(ECCurve.NamedCurves.nistP256),
                KeyAlgorithm.EcP384 => ECDsa.Create(ECCurve.NamedCurves.nistP384),
                KeyAlgorithm.EcP521 => ECDsa.Create(ECCurve.NamedCurves.nistP521),
                KeyAlgorithm.Rsa1024 => RSA.Create(1024),
                KeyAlgorithm.Rsa2048 => RSA.Create(2048),
                KeyAlgorithm.Rsa3072 => RSA.Create(3072),
                _ => throw new UnreachableException(),
            };
    }
}
