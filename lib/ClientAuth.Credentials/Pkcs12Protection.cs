using System.Security.Cryptography;

namespace ClientAuth.Credentials;

/// <summary>
/// How a PKCS#12 file is protected (RFC 7292 §4). The defaults are what current tools read: PBES2 with AES-256-CBC and
/// PBKDF2-HMAC-SHA-256, and a SHA-256 MAC, where older files use RC2, 3DES and SHA-1. 10,000 iterations suit the random
/// passphrase of a lab, five times what OpenSSL takes; a passphrase that a person thinks up wants far more.
/// </summary>
public sealed record Pkcs12Protection
{
    /// <summary>The cipher of the key and of the certificates.</summary>
    public PbeEncryptionAlgorithm Encryption { get; init; } = PbeEncryptionAlgorithm.Aes256Cbc;

    /// <summary>The hash of PBKDF2.</summary>
    public HashAlgorithmName EncryptionHash { get; init; } = HashAlgorithmName.SHA256;

    /// <summary>Iterations of PBKDF2, once for the key and once for the certificates.</summary>
    public int EncryptionIterations { get; init; } = 10_000;

    /// <summary>The hash of the MAC over the file.</summary>
    public HashAlgorithmName MacHash { get; init; } = HashAlgorithmName.SHA256;

    /// <summary>Iterations of the MAC's key derivation (RFC 7292 Appendix B).</summary>
    public int MacIterations { get; init; } = 10_000;
}
