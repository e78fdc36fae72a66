using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using ClientAuth.Credentials.KeyStorage;

namespace ClientAuth.Credentials.Tests;

public sealed class CredentialFilesTests : IDisposable
{
    private const string Pbes2 = "1.2.840.113549.1.5.13";

    private readonly TempFolder _folder = new();
    private readonly X509Certificate2 _certificate = SelfSignedCertificate.Create(
        CertificateProfile.Client("CN=app"),
        TestClock.Create()
    );

    public void Dispose()
    {
        _certificate.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void A_pkcs12_file_opens_with_its_passphrase_only()
    {
        var file = Pkcs12File.Create(_certificate, "right");

        using var opened = X509CertificateLoader.LoadPkcs12(file.Content, "right");
        Assert.Equal(_certificate.RawData, opened.RawData);
        Assert.True(opened.HasPrivateKey);
        Assert.Throws<CryptographicException>(() => X509CertificateLoader.LoadPkcs12(file.Content, "wrong"));
    }

    [Fact]
    public void A_pkcs12_file_encrypts_key_and_certificates_as_it_says()
    {
        var file = Pkcs12File.Create(
            _certificate,
            "right",
            protection: new Pkcs12Protection { EncryptionIterations = 1234, MacIterations = 4321 }
        );

        var info = Pkcs12Info.Decode(file.Content.ToArray(), out _);
        Assert.Equal(Pkcs12IntegrityMode.Password, info.IntegrityMode);
        Assert.True(info.VerifyMac("right"));
        Assert.Equal(
            [Pkcs12ConfidentialityMode.None, Pkcs12ConfidentialityMode.Password],
            info.AuthenticatedSafe.Select(contents => contents.ConfidentialityMode)
        );
        var key = Assert.IsType<Pkcs12ShroudedKeyBag>(Assert.Single(info.AuthenticatedSafe[0].GetBags()));
        AssertPbes2(key.EncryptedPkcs8PrivateKey.Span, 1234);
        Assert.Equal(4321, MacIterationsOf(file.Content.ToArray()));
    }

    [Fact]
    public void Key_and_certificate_are_paired_and_intermediates_are_added()
    {
        using var root = LabAuthority.Create(TestClock.Create());
        using var intermediate = root.IssueIntermediate("Inner");
        using var certificate = intermediate.Issue(CertificateProfile.Client("CN=app"));

        var file = Pkcs12File.Create(certificate, "right", intermediate.Intermediates);

        var all = X509CertificateLoader.LoadPkcs12Collection(file.Content, "right");
        Assert.Equal(
            [("CN=app", true), ("CN=Inner, O=Client Authentication Lab", false)],
            all.OrderByDescending(one => one.HasPrivateKey).Select(one => (one.Subject, one.HasPrivateKey))
        );
    }

    [Fact]
    public void A_certificate_without_its_key_makes_no_pkcs12_file()
    {
        using var publicOnly = X509CertificateLoader.LoadCertificate(_certificate.RawData);

        Assert.StartsWith(
            "The certificate 'CN=app' has no private key; a PKCS#12 file for a client needs one.",
            Assert.Throws<ArgumentException>(() => Pkcs12File.Create(publicOnly, "right")).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Files_with_a_private_key_are_their_owners_alone()
    {
        using var key = KeyAlgorithm.EcP256.CreateKey();
        PemFile.WritePrivateKey(_folder["key.pem"], key);
        Pkcs12File.Create(_certificate, "right").WriteTo(_folder["client.p12"]);
        File.WriteAllText(_folder["old"], "readable by others");
        OwnerOnlyFile.Write(_folder["old"], "new"u8);

        Assert.Equal("new", File.ReadAllText(_folder["old"]));
        Assert.Equal(["client.p12", "key.pem", "old"], _folder.Files.Order());
        foreach (var name in new[] { "key.pem", "client.p12", "old" })
        {
            if (!OperatingSystem.IsWindows()) // which has access lists in place of modes
            {
                Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_folder[name]));
            }
        }
    }

    [Fact]
    public void A_file_that_cannot_be_written_leaves_nothing_behind()
    {
        Directory.CreateDirectory(_folder["taken"]);

        Assert.ThrowsAny<Exception>(() => OwnerOnlyFile.Write(_folder["taken"], [1]));

        Assert.Empty(_folder.Files);
    }

    [Fact]
    public void Pem_files_hold_what_their_names_say()
    {
        using var key = KeyAlgorithm.EcP256.CreateKey();
        PemFile.WritePrivateKey(_folder["private.pem"], key);
        PemFile.WritePublicKey(_folder["public.pem"], key);
        PemFile.WriteCertificates(_folder["certificates.pem"], _certificate, _certificate);

        Assert.StartsWith(
            "-----BEGIN PRIVATE KEY-----\n",
            File.ReadAllText(_folder["private.pem"]),
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            "-----BEGIN PUBLIC KEY-----\n",
            File.ReadAllText(_folder["public.pem"]),
            StringComparison.Ordinal
        );
        using var read = ECDsa.Create();
        read.ImportFromPem(File.ReadAllText(_folder["private.pem"]));
        Assert.Equal(key.ExportSubjectPublicKeyInfo(), read.ExportSubjectPublicKeyInfo());
        var certificates = new X509Certificate2Collection();
        certificates.ImportFromPemFile(_folder["certificates.pem"]);
        Assert.Equal(2, certificates.Count);
    }

    // EncryptedPrivateKeyInfo: { { PBES2, { { PBKDF2, { salt, iterations, ... } }, ... } }, ... } (RFC 8018 Appendix A.4)
    private static void AssertPbes2(ReadOnlySpan<byte> encryptedKey, int iterations)
    {
        var algorithm = new AsnReader(encryptedKey.ToArray(), AsnEncodingRules.BER).ReadSequence().ReadSequence();
        Assert.Equal(Pbes2, algorithm.ReadObjectIdentifier());
        var parameters = algorithm.ReadSequence();
        var derivation = parameters.ReadSequence();
        Assert.Equal("1.2.840.113549.1.5.12", derivation.ReadObjectIdentifier()); // PBKDF2
        var pbkdf2 = derivation.ReadSequence();
        pbkdf2.ReadOctetString();
        Assert.Equal(iterations, pbkdf2.ReadInteger());
        Assert.Equal("1.2.840.113549.2.9", pbkdf2.ReadSequence().ReadObjectIdentifier()); // HMAC with SHA-256
        Assert.Equal("2.16.840.1.101.3.4.1.42", parameters.ReadSequence().ReadObjectIdentifier()); // AES-256-CBC
    }

    // PFX: { version, authSafe, { { digest }, salt, iterations } } (RFC 7292 §4)
    private static int MacIterationsOf(byte[] pfx)
    {
        var outer = new AsnReader(pfx, AsnEncodingRules.BER).ReadSequence();
        outer.ReadInteger();
        outer.ReadEncodedValue();
        var mac = outer.ReadSequence();
        Assert.Equal("2.16.840.1.101.3.4.2.1", mac.ReadSequence().ReadSequence().ReadObjectIdentifier()); // SHA-256
        mac.ReadOctetString();
        return (int)mac.ReadInteger();
    }
}
