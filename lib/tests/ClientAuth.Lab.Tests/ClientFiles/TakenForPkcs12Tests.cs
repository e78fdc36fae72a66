using System.Security.Cryptography;
using System.Text;
using ClientAuth.Lab.ClientFiles;
using static ClientAuth.Lab.Tests.ClientFiles.SampleFiles;

namespace ClientAuth.Lab.Tests.ClientFiles;

/// <summary>What a file is that was taken for PKCS #12, and is something else.</summary>
public sealed class TakenForPkcs12Tests(SampleFiles files) : IClassFixture<SampleFiles>
{
    [Fact]
    public void It_is_told_what_it_is()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var rsa = RSA.Create(2048);
        var certificate = files.Issue(OfClient);

        Assert.Equal("an empty file", What([]));
        Assert.Equal("a Java key store (JKS)", What([0xFE, 0xED, 0xFE, 0xED, 0, 0, 0, 2]));
        Assert.Equal("a certificate in DER", What(certificate.RawData));
        Assert.Equal("a private key, PKCS #8 in DER", What(key.ExportPkcs8PrivateKey()));
        Assert.Equal(
            "an encrypted private key, PKCS #8 in DER",
            What(
                key.ExportEncryptedPkcs8PrivateKey(
                    "a passphrase",
                    new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 1)
                )
            )
        );
        Assert.Equal("an EC private key, SEC 1 in DER", What(key.ExportECPrivateKey()));
        Assert.Equal("an RSA private key, PKCS #1 in DER", What(rsa.ExportRSAPrivateKey()));
        Assert.Equal("a PEM text", What(Encoding.ASCII.GetBytes(certificate.ExportCertificatePem())));
        Assert.Equal("a Base64 text", What(Encoding.ASCII.GetBytes(Convert.ToBase64String(files.Pkcs12()))));
        Assert.Equal("a file of an unknown format", What([1, 2, 3]));
    }

    private static string What(byte[] file) =>
        CredentialExamination.OfPkcs12(file, Passphrase, Now).Facts.First(fact => fact.Name == "What it is").Value;
}
