using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;

namespace ClientAuth.Lab.ClientFiles;

/// <summary>What is public of a key pair: enough to tell whether a certificate and a private key belong together.</summary>
/// <param name="Kind">For example <c>EC, 256 bits</c>.</param>
/// <param name="Hash">The first 16 hexadecimal digits of SHA-256 over the SubjectPublicKeyInfo.</param>
internal sealed record PublicHalf(string Kind, string Hash)
{
    private const string EcPublicKey = "1.2.840.10045.2.1";
    private const string RsaEncryption = "1.2.840.113549.1.1.1";

    /// <summary>What is said of a key that cannot be imported here, and may be in order.</summary>
    public static CredentialFlaw OtherKind { get; } =
        new(
            "The private key is of a kind that .NET does not load here: Ed25519, for example, or EC on a rare curve.",
            "Is EdDSA what the server expects? Then use a library that knows it; else make a key for ES256: EC, P-256."
        );

    /// <exception cref="CryptographicException">The key is damaged.</exception>
    /// <exception cref="NotSupportedException">The key is neither RSA nor EC, or on a curve that this system lacks.</exception>
    public static PublicHalf Of(Pkcs8PrivateKeyInfo privateKey)
    {
        using AsymmetricAlgorithm key = privateKey.AlgorithmId.Value switch
        {
            EcPublicKey => ECDsa.Create(),
            RsaEncryption => RSA.Create(),
            var oid => throw new NotSupportedException($"A private key of algorithm {oid} is neither RSA nor EC."),
        };
        key.ImportPkcs8PrivateKey(privateKey.Encode(), out _);
        return Of(key);
    }

    public static PublicHalf Of(AsymmetricAlgorithm key) =>
        new(
            string.Create(CultureInfo.InvariantCulture, $"{(key is RSA ? "RSA" : "EC")}, {key.KeySize} bits"),
            HashOf(key.ExportSubjectPublicKeyInfo())
        );

    /// <summary>The hash of a certificate's public key, to be compared with <see cref="Hash"/>.</summary>
    public static string HashIn(X509Certificate2 certificate) =>
        HashOf(certificate.PublicKey.ExportSubjectPublicKeyInfo());

    private static string HashOf(byte[] subjectPublicKeyInfo) =>
        Convert.ToHexString(SHA256.HashData(subjectPublicKeyInfo))[..16];
}
