using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ClientAuth.Credentials;

namespace ClientAuth.Lab.Tests.ClientFiles;

/// <summary>An authority and what it issues to one client, for files to be examined.</summary>
public sealed class SampleFiles : IDisposable
{
    public const string Passphrase = "correct horse battery staple";

    private const string Subject = "CN=client";

    private readonly LabAuthority _authority = LabAuthority.Create(
        TimeProvider.System,
        CertificateProfile.Authority("Root"),
        ownsIssued: true
    );

    public static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    public static Pkcs12Protection Aes { get; } = new() { EncryptionIterations = 10, MacIterations = 10 };

    public static Pkcs12Protection TripleDes { get; } =
        Aes with
        {
            Encryption = PbeEncryptionAlgorithm.TripleDes3KeyPkcs12,
            EncryptionHash = HashAlgorithmName.SHA1,
            MacHash = HashAlgorithmName.SHA1,
        };

    public static CertificateProfile OfClient { get; } = CertificateProfile.Client(Subject);

    public X509Certificate2 Issue(CertificateProfile profile) => _authority.Issue(profile);

    public byte[] Pkcs12(CertificateProfile? profile = null, string? passphrase = Passphrase) =>
        Pkcs12(Aes, profile, passphrase);

    public byte[] Pkcs12(
        Pkcs12Protection protection,
        CertificateProfile? profile = null,
        string? passphrase = Passphrase
    ) => Pkcs12File.Create(Issue(profile ?? OfClient), passphrase!, protection: protection).Content.ToArray();

    /// <summary>A file whose certificate comes with that of its issuer, an authority below the root.</summary>
    public byte[] WithIssuer()
    {
        using var office = _authority.IssueIntermediate("Office");
        using var certificate = office.Issue(OfClient);
        return Pkcs12File.Create(certificate, Passphrase, office.Intermediates, Aes).Content.ToArray();
    }

    /// <summary>A certificate without its key, for a key that is elsewhere.</summary>
    public string CertificatePem(ECDsa key)
    {
        using var certificate = _authority.Certify(new PublicKey(key), OfClient);
        return certificate.ExportCertificatePem();
    }

    public void Dispose() => _authority.Dispose();
}
