using System.Security.Cryptography;
using System.Text;
using ClientAuth.Lab.ClientFiles;
using static ClientAuth.Lab.Tests.ClientFiles.SampleFiles;

namespace ClientAuth.Lab.Tests.ClientFiles;

/// <summary>What a PEM text is, and the first thing that is wrong with it.</summary>
public sealed class PemExaminationTests(SampleFiles files) : IClassFixture<SampleFiles>, IDisposable
{
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    private string Pkcs8 => _key.ExportPkcs8PrivateKeyPem();

    [Fact]
    public void A_key_in_order_has_no_flaw()
    {
        var seen = Examine(Pkcs8);

        Assert.Null(seen.FirstFlaw);
        Assert.Contains(("Blocks", "private key (PKCS #8)"), seen.Facts);
    }

    [Fact]
    public void Certificate_and_key_of_one_issue_have_no_flaw() =>
        Assert.Null(Examine(files.CertificatePem(_key), Pkcs8).FirstFlaw);

    [Fact]
    public void Certificate_and_key_of_two_generations()
    {
        using var next = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var seen = Examine(files.CertificatePem(next), Pkcs8);

        Assert.Equal(
            "The private key does not belong to the certificate: the two are of different generations.",
            seen.FirstFlaw?.Wrong
        );
        Assert.Contains(("Text 1: Blocks", "certificate"), seen.Facts);
        Assert.Contains(("Text 2: Blocks", "private key (PKCS #8)"), seen.Facts);
    }

    [Theory]
    [InlineData("\\n", "4")]
    [InlineData("\\\\n", "4")]
    [InlineData("\\r\\n", "4")]
    public void Escaped_line_breaks_are_counted(string escaped, string count)
    {
        var seen = Examine(Pkcs8.Replace("\n", escaped));

        Assert.StartsWith("The line breaks arrived as two characters", seen.FirstFlaw?.Wrong, StringComparison.Ordinal);
        Assert.Contains(("Line breaks", "0"), seen.Facts);
        Assert.Contains(("Backslash and n, as two characters", count), seen.Facts);
    }

    [Fact]
    public void A_key_in_the_format_of_OpenSSH_is_named() =>
        Assert.Equal(
            "The private key is in OpenSSH's own format, which libraries for TLS and JWT do not read.",
            Wrong(PemEncoding.WriteString("OPENSSH PRIVATE KEY", "openssh-key-v1\0"u8))
        );

    [Fact]
    public void What_else_keeps_a_text_from_being_PEM()
    {
        Assert.Equal("Quotes surround the text.", Wrong($"\"{Pkcs8}\""));
        Assert.Equal("The text begins with a byte order mark.", Wrong($"\uFEFF{Pkcs8}"));
        Assert.Equal("This is Base64 of a PEM text.", Wrong(Convert.ToBase64String(Encoding.ASCII.GetBytes(Pkcs8))));
        Assert.Equal(
            "This is Base64 without the lines BEGIN and END.",
            Wrong(Convert.ToBase64String(_key.ExportPkcs8PrivateKey()))
        );
        Assert.Equal("The line BEGIN has other dashes in place of five hyphens.", Wrong(Pkcs8.Replace("-----", "—-")));
        Assert.Equal("This looks like the path of a file, not like its contents.", Wrong("/keys/client.pem"));
        Assert.Equal("This looks like the path of a file, not like its contents.", Wrong(@"C:\keys\client.pem"));
        Assert.Equal("This looks like the path of a file, not like its contents.", Wrong(@"C:\new\client.pem"));
        Assert.Equal("No line of the text says BEGIN.", Wrong("a key, I promise"));
        Assert.Equal("A line says BEGIN, but no whole block follows.", Wrong(Pkcs8[..60]));
        Assert.Equal("The value never arrived: it is null.", Wrong(null));
        Assert.Equal("The value never arrived: it is empty.", Wrong(""));
    }

    [Fact]
    public void A_key_of_SEC_1_is_named_as_one()
    {
        var seen = Examine(_key.ExportECPrivateKeyPem());

        Assert.Contains(("Blocks", "EC private key (SEC 1)"), seen.Facts);
        Assert.Equal(
            "The key is an EC private key (SEC 1). .NET and OpenSSL read it; Java, WebCrypto and many libraries take PKCS #8 only.",
            seen.FirstFlaw?.Wrong
        );
    }

    [Fact]
    public void A_key_of_PKCS_1_is_named_as_one()
    {
        using var rsa = RSA.Create(2048);

        Assert.StartsWith(
            "The key is an RSA private key (PKCS #1).",
            Wrong(rsa.ExportRSAPrivateKeyPem()),
            StringComparison.Ordinal
        );
    }

    // The structure of RFC 8410 §7 around any 32 octets.
    [Fact]
    public void A_key_of_Ed25519_is_not_taken_for_a_damaged_one() =>
        Assert.Equal(
            "The private key is of a kind that .NET does not load here: Ed25519, for example, or EC on a rare curve.",
            Wrong(
                PemEncoding.WriteString(
                    "PRIVATE KEY",
                    [
                        .. Convert.FromHexString("302E020100300506032B657004220420"),
                        .. RandomNumberGenerator.GetBytes(32),
                    ]
                )
            )
        );

    [Fact]
    public void A_label_that_was_exchanged_converts_nothing() =>
        Assert.Equal(
            "A block is not what its first line says, or is damaged.",
            Wrong(_key.ExportECPrivateKeyPem().Replace("EC PRIVATE", "PRIVATE"))
        );

    [Fact]
    public void An_encrypted_key_and_a_public_one_are_told_from_a_private_one()
    {
        var encryption = new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 10);

        Assert.Equal(
            "The private key is encrypted.",
            Wrong(_key.ExportEncryptedPkcs8PrivateKeyPem("passphrase", encryption))
        );
        Assert.Equal("The text holds a public key only.", Wrong(_key.ExportSubjectPublicKeyInfoPem()));
    }

    [Fact]
    public void The_view_holds_no_line_of_the_key()
    {
        var text = $"{Examine(Pkcs8).View()}{Examine(Pkcs8.Replace("\n", "\\n")).View()}";

        Assert.DoesNotContain("PRIVATE KEY", text, StringComparison.Ordinal);
        Assert.DoesNotContain(Pkcs8.Split('\n')[1][..16], text, StringComparison.Ordinal);
    }

    public void Dispose() => _key.Dispose();

    private static string? Wrong(string? text) => Examine(text).FirstFlaw?.Wrong;

    private static CredentialExamination Examine(params string?[] texts) => CredentialExamination.OfPem(texts, Now);
}
