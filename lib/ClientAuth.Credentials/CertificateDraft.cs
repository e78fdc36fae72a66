using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ClientAuth.Credentials;

/// <summary>A certificate before it is signed, with a new private key.</summary>
internal sealed class CertificateDraft : IDisposable
{
    private readonly UnsignedCertificate _unsigned;

    public CertificateDraft(CertificateProfile profile, TimeProvider clock)
    {
        Key = profile.KeyAlgorithm.CreateKey();
        var hash = profile.SignatureHash ?? (Key is ECDsa ec ? HashFor(ec) : HashAlgorithmName.SHA256);
        _unsigned = new UnsignedCertificate(profile, new PublicKey(Key), hash, clock);
    }

    /// <summary>In memory alone. The draft disposes of it; who takes it over does not dispose of the draft.</summary>
    public AsymmetricAlgorithm Key { get; }

    /// <summary>Signs with the draft's own key; the certificate can take part in a handshake.</summary>
    public X509Certificate2 SelfSign()
    {
        using var certificate = SelfSignWithoutKey();
        return WithKey(certificate, Key);
    }

    /// <summary>Signs with the draft's own key, for a holder that takes part in no handshake.</summary>
    public X509Certificate2 SelfSignWithoutKey() => _unsigned.SelfSign(Key);

    /// <summary>Signs with the issuer's key; the certificate can take part in a handshake.</summary>
    public X509Certificate2 SignWith(X509Certificate2 issuer, AsymmetricAlgorithm issuerKey)
    {
        using var certificate = SignWithoutKey(issuer, issuerKey);
        return WithKey(certificate, Key);
    }

    /// <summary>Signs with the issuer's key, for a holder that takes part in no handshake.</summary>
    public X509Certificate2 SignWithoutKey(X509Certificate2 issuer, AsymmetricAlgorithm issuerKey) =>
        _unsigned.SignWith(issuer, issuerKey);

    public void Dispose() => Key.Dispose();

    private static HashAlgorithmName HashFor(ECDsa key) =>
        key.KeySize switch
        {
            256 => HashAlgorithmName.SHA256,
            384 => HashAlgorithmName.SHA384,
            _ => HashAlgorithmName.SHA512,
        };

    // At most 20 octets and positive (RFC 5280 §4.1.2.2): the first octet lies between 0x40 and 0x7F.
    internal static byte[] NewSerial()
    {
        var serial = RandomNumberGenerator.GetBytes(16);
        serial[0] = (byte)((serial[0] & 0x3F) | 0x40);
        return serial;
    }

    // Windows cannot use an ephemeral key for TLS (dotnet/runtime#23749); one that came through PKCS#12 works everywhere.
    // There, and on macOS, the system keeps the key in a file until the certificate is disposed of (dotnet/runtime#101090).
    // CopyWithPrivateKey is no way there: it refuses a key whose usage is not to sign, which a lab must be able to make.
    internal static X509Certificate2 WithKey(X509Certificate2 certificate, AsymmetricAlgorithm key)
    {
        var passphrase = Convert.ToHexString(RandomNumberGenerator.GetBytes(16));
        var inMemory = new Pkcs12Protection { EncryptionIterations = 1, MacIterations = 1 };
        var file = Pkcs12File.Create(certificate, key, passphrase, [], inMemory);
        return X509CertificateLoader.LoadPkcs12(file.Content, passphrase, X509KeyStorageFlags.Exportable);
    }
}
