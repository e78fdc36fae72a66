using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using ClientAuth.Credentials.KeyStorage;

namespace ClientAuth.Credentials;

/// <summary>A certificate and its private key in one encrypted file, as mobile platforms import it (RFC 7292).</summary>
public sealed class Pkcs12File
{
    private readonly byte[] _content;

    private Pkcs12File(byte[] content) => _content = content;

    /// <summary>The file's content, DER.</summary>
    public ReadOnlySpan<byte> Content => _content;

    /// <summary>Packs a certificate that has its private key.</summary>
    /// <param name="certificate">What the file is for; it must have its private key.</param>
    /// <param name="passphrase">Encrypts the key and the certificates, and keys the MAC.</param>
    /// <param name="intermediates">Certificates of the issuers, without the root.</param>
    /// <param name="protection">Null takes the defaults of <see cref="Pkcs12Protection"/>.</param>
    /// <exception cref="ArgumentException">The certificate has no private key.</exception>
    public static Pkcs12File Create(
        X509Certificate2 certificate,
        string passphrase,
        IReadOnlyList<X509Certificate2>? intermediates = null,
        Pkcs12Protection? protection = null
    )
    {
        using var key = PrivateKeyOf(certificate);
        return Create(certificate, key, passphrase, intermediates ?? [], protection ?? new Pkcs12Protection());
    }

    /// <summary>Packs a certificate and a key that are not joined yet.</summary>
    internal static Pkcs12File Create(
        X509Certificate2 certificate,
        AsymmetricAlgorithm key,
        string passphrase,
        IReadOnlyList<X509Certificate2> intermediates,
        Pkcs12Protection protection
    )
    {
        var encryption = new PbeParameters(
            protection.Encryption,
            protection.EncryptionHash,
            protection.EncryptionIterations
        );
        // The same identifier on both tells a reader which certificate belongs to the key.
        var pairing = new Pkcs9LocalKeyId(SHA256.HashData(certificate.RawData));

        var keys = new Pkcs12SafeContents();
        keys.AddShroudedKey(key, passphrase, encryption).Attributes.Add(pairing);
        var certificates = new Pkcs12SafeContents();
        certificates.AddCertificate(certificate).Attributes.Add(pairing);
        foreach (var intermediate in intermediates)
        {
            certificates.AddCertificate(intermediate);
        }

        var builder = new Pkcs12Builder();
        builder.AddSafeContentsUnencrypted(keys);
        builder.AddSafeContentsEncrypted(certificates, passphrase, encryption);
        builder.SealWithMac(passphrase, protection.MacHash, protection.MacIterations);
        return new Pkcs12File(builder.Encode());
    }

    /// <summary>Writes the file, readable by its owner alone.</summary>
    public void WriteTo(string path) => OwnerOnlyFile.Write(path, _content);

    private static AsymmetricAlgorithm PrivateKeyOf(X509Certificate2 certificate) =>
        (AsymmetricAlgorithm?)certificate.GetECDsaPrivateKey()
        ?? certificate.GetRSAPrivateKey()
        // An EC key whose usage is key agreement alone is handed out under this name only.
        ?? (AsymmetricAlgorithm?)certificate.GetECDiffieHellmanPrivateKey()
        ?? throw new ArgumentException(
            $"The certificate '{certificate.Subject}' has no private key; a PKCS#12 file for a client needs one.",
            nameof(certificate)
        );
}
