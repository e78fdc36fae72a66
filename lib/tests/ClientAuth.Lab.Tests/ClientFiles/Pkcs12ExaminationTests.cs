using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using ClientAuth.Credentials;
using ClientAuth.Lab.ClientFiles;
using static ClientAuth.Lab.Tests.ClientFiles.SampleFiles;

namespace ClientAuth.Lab.Tests.ClientFiles;

/// <summary>What a PKCS#12 file is, and the first thing that is wrong with it.</summary>
public sealed class Pkcs12ExaminationTests(SampleFiles files) : IClassFixture<SampleFiles>
{
    private const string Aes256 = "PBES2 with AES-256, 10 iterations (1.2.840.113549.1.5.13)";

    // 1.2.840.113549.1.12.1.3 and .6: triple DES, and RC2 with 40 bits, each with SHA-1 (RFC 7292 Appendix C).
    private static readonly byte[] TripleDesOid = Convert.FromHexString("060A2A864886F70D010C0103");
    private static readonly byte[] Rc2Oid = Convert.FromHexString("060A2A864886F70D010C0106");

    [Fact]
    public void A_file_in_order_has_no_flaw()
    {
        var seen = Examine(files.Pkcs12());

        Assert.Null(seen.FirstFlaw);
        Assert.Equal("HMAC with SHA-256, 10 iterations", Fact(seen, "MAC"));
        Assert.Equal(Aes256, Fact(seen, "Encrypted with"));
        Assert.Equal("CN=client", Fact(seen, "Certificate"));
        Assert.Equal(
            "none: the server must have the issuer's certificate itself",
            Fact(seen, "Certificates of issuers")
        );
        Assert.Equal("TLS client", Fact(seen, "May authenticate"));
        Assert.StartsWith(
            "EC, 256 bits; its public half: SHA-256 ",
            Fact(seen, "Private key"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void The_certificates_of_issuers_are_named() =>
        Assert.Equal(
            "CN=Office, O=Client Authentication Lab",
            Fact(Examine(files.WithIssuer()), "Certificates of issuers")
        );

    [Fact]
    public void Triple_DES_is_old()
    {
        var seen = Examine(files.Pkcs12(TripleDes));

        Assert.Equal("HMAC with SHA-1, 10 iterations", Fact(seen, "MAC"));
        Assert.Equal("3DES with SHA-1, 10 iterations (1.2.840.113549.1.12.1.3)", Fact(seen, "Encrypted with"));
        Assert.Equal(
            "The file is encrypted with 3DES with SHA-1. Most tools still read that; FIPS modes and strict policies do not.",
            seen.FirstFlaw?.Wrong
        );
    }

    [Fact]
    public void RC2_is_noticed_before_the_file_is_opened()
    {
        var file = files.Pkcs12(TripleDes);
        Rc2Oid.CopyTo(file.AsSpan(file.AsSpan().LastIndexOf(TripleDesOid)));

        Assert.Equal(
            "The file is encrypted with RC2, 40 bits, with SHA-1, which OpenSSL 3 and programs built on it refuse ('unsupported').",
            Examine(file, passphrase: "wrong").FirstFlaw?.Wrong
        );
    }

    [Theory]
    [InlineData("wrong", "The passphrase does not match the file's MAC.")]
    [InlineData(Passphrase + "\n", "The passphrase ends in a line break. Without the line break it is right.")]
    [InlineData(Passphrase + "\r\n", "The passphrase ends in a line break. Without the line break it is right.")]
    [InlineData(" " + Passphrase, "White space surrounds the passphrase. Without the white space it is right.")]
    [InlineData("\"" + Passphrase + "\"", "Quotes surround the passphrase. Without the quotes it is right.")]
    [InlineData("", "No passphrase was given, and the file has one.")]
    [InlineData(null, "No passphrase was given, and the file has one.")]
    public void Why_a_passphrase_does_not_open_it(string? given, string wrong) =>
        Assert.Equal(wrong, Examine(files.Pkcs12(), given).FirstFlaw?.Wrong);

    [Theory]
    [InlineData(null, "", "The empty passphrase was given; the file was made with none (null).")]
    [InlineData("", null, "No passphrase was given (null); the file was made with the empty one.")]
    public void Null_and_the_empty_passphrase_are_told_apart(string? made, string? given, string wrong) =>
        Assert.Equal(wrong, Examine(files.Pkcs12(passphrase: made), given).FirstFlaw?.Wrong);

    [Fact]
    public void A_passphrase_that_ends_in_a_space_of_its_own_is_right() =>
        Assert.Null(Examine(files.Pkcs12(passphrase: "ends in a space "), "ends in a space ").FirstFlaw);

    [Fact]
    public void Certificate_and_key_of_two_generations()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var (keys, certificates) = (new Pkcs12SafeContents(), new Pkcs12SafeContents());
        keys.AddKeyUnencrypted(key);
        certificates.AddCertificate(files.Issue(OfClient));

        Assert.Equal(
            "The private key does not belong to the certificate: the two are of different generations.",
            Examine(Sealed(keys, certificates)).FirstFlaw?.Wrong
        );
    }

    [Fact]
    public void Without_a_MAC_a_wrong_passphrase_is_not_taken_for_damage_alone()
    {
        var certificates = new Pkcs12SafeContents();
        certificates.AddCertificate(files.Issue(OfClient));
        var builder = new Pkcs12Builder();
        builder.AddSafeContentsEncrypted(
            certificates,
            Passphrase,
            new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 10)
        );
        builder.SealWithoutIntegrity();

        Assert.Equal("The file holds no private key.", Examine(builder.Encode()).FirstFlaw?.Wrong);
        Assert.Equal(
            "The passphrase does not open the file, or the file is damaged: without a MAC the two look the same.",
            Examine(builder.Encode(), "wrong").FirstFlaw?.Wrong
        );
    }

    [Fact]
    public void A_file_without_a_private_key()
    {
        var certificates = new Pkcs12SafeContents();
        certificates.AddCertificate(files.Issue(OfClient));

        Assert.Equal("The file holds no private key.", Examine(Sealed(certificates)).FirstFlaw?.Wrong);
    }

    [Fact]
    public void A_file_without_a_certificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var keys = new Pkcs12SafeContents();
        keys.AddKeyUnencrypted(key);

        Assert.Equal("The file holds no certificate.", Examine(Sealed(keys)).FirstFlaw?.Wrong);
    }

    [Fact]
    public void A_certificate_for_servers_only() =>
        Assert.Equal(
            "The certificate's extended key usage lacks client authentication: .NET's HttpClientHandler silently leaves such a certificate out.",
            Examine(
                files.Pkcs12(OfClient with { ExtendedKeyUsages = [ExtendedKeyUsages.ServerAuthentication] })
            ).FirstFlaw?.Wrong
        );

    [Fact]
    public void A_certificate_that_names_no_usage_is_not_limited()
    {
        var seen = Examine(files.Pkcs12(OfClient with { ExtendedKeyUsages = [] }));

        Assert.Null(seen.FirstFlaw);
        Assert.Equal("not limited", Fact(seen, "May authenticate"));
    }

    [Fact]
    public void A_certificate_that_has_ended() =>
        Assert.StartsWith(
            "The certificate expired at 20",
            Examine(
                files.Pkcs12(OfClient with { StartsIn = TimeSpan.FromDays(-2), EndsIn = TimeSpan.FromDays(-1) })
            ).FirstFlaw?.Wrong,
            StringComparison.Ordinal
        );

    [Fact]
    public void A_certificate_that_is_not_valid_yet() =>
        Assert.StartsWith(
            "The certificate is not valid before 20",
            Examine(files.Pkcs12(OfClient with { StartsIn = TimeSpan.FromHours(1) })).FirstFlaw?.Wrong,
            StringComparison.Ordinal
        );

    [Fact]
    public void A_file_that_is_cut_off() =>
        Assert.Equal(
            "This is no PKCS #12 file, but a file in DER that is cut off.",
            Examine(files.Pkcs12()[..^30]).FirstFlaw?.Wrong
        );

    [Fact]
    public void Every_damaged_byte_ends_in_a_flaw_or_in_none_and_never_in_an_exception()
    {
        var file = files.Pkcs12();
        for (var at = 0; at < file.Length; at += 7)
        {
            var damaged = file.ToArray();
            damaged[at] ^= 0xFF;

            Assert.NotEmpty(Examine(damaged).Facts);
        }
    }

    [Fact]
    public void The_view_shows_flaw_and_mend_and_neither_key_nor_passphrase()
    {
        var text = $"{Examine(files.Pkcs12(), Passphrase + "\n").View()}";

        Assert.StartsWith("✗ PKCS #12 file\n", text, StringComparison.Ordinal);
        Assert.Contains("Cut the line break off where the passphrase is read.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("horse", text, StringComparison.Ordinal);
        Assert.StartsWith("✓ PKCS #12 file\n", $"{Examine(files.Pkcs12()).View()}", StringComparison.Ordinal);
    }

    private static CredentialExamination Examine(byte[] file, string? passphrase = Passphrase) =>
        CredentialExamination.OfPkcs12(file, passphrase, Now);

    private static string Fact(CredentialExamination seen, string name) =>
        seen.Facts.First(fact => fact.Name == name).Value;

    private static byte[] Sealed(params Pkcs12SafeContents[] contents)
    {
        var builder = new Pkcs12Builder();
        foreach (var one in contents)
        {
            builder.AddSafeContentsUnencrypted(one);
        }

        builder.SealWithMac(Passphrase, HashAlgorithmName.SHA256, 10);
        return builder.Encode();
    }
}
