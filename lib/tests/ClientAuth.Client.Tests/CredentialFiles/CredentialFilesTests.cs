using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ClientAuth.Credentials;
using Microsoft.Extensions.Time.Testing;
using Method = ClientAuth.Client.ClientAuthenticationMethodConfiguration;

namespace ClientAuth.Client.Tests.CredentialFiles;

/// <summary>Methods whose credential comes from a file, and what is said when the file does not fit.</summary>
public sealed class CredentialFilesTests : IDisposable
{
    private readonly FakeTimeProvider _clock = new(DateTimeOffset.FromUnixTimeSeconds(1_800_000_000));
    private readonly string _folder = Directory.CreateTempSubdirectory("client-auth-").FullName;
    private readonly LabAuthority _root;
    private readonly LabAuthority _authority;
    private readonly X509Certificate2 _certificate;

    public CredentialFilesTests()
    {
        _root = LabAuthority.Create(_clock);
        _authority = _root.IssueIntermediate("Intermediate");
        _certificate = _authority.Issue(CertificateProfile.Client("CN=app"));
        Pkcs12File.Create(_certificate, "right", _authority.Intermediates).WriteTo(PathOf("client.p12"));
    }

    public void Dispose()
    {
        _certificate.Dispose();
        _authority.Dispose();
        _root.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void A_pkcs12_file_gives_certificate_key_and_intermediates()
    {
        var method = Method.Mtls.FromPkcs12(PathOf("client.p12"), "right");

        Assert.Equal(_certificate.RawData, method.ClientCertificate.RawData);
        Assert.True(method.ClientCertificate.HasPrivateKey);
        Assert.Equal(
            [_authority.Certificate.RawData],
            method.CertificateContext!.IntermediateCertificates.Select(one => one.RawData)
        );
        Assert.Equal("tls_client_auth", method.MethodName);
    }

    [Fact]
    public void A_certificate_that_signed_itself_uses_the_other_method()
    {
        using var certificate = SelfSignedCertificate.Create(CertificateProfile.Client("CN=app"), _clock);

        Assert.Equal("self_signed_tls_client_auth", new Method.Mtls(certificate).MethodName);
    }

    [Fact]
    public void A_wrong_passphrase_is_told_from_a_damaged_file()
    {
        File.WriteAllText(PathOf("damaged.p12"), "not a PKCS#12 file");

        Assert.Equal(
            $"The passphrase does not open the PKCS#12 file '{PathOf("client.p12")}'.",
            Assert.Throws<InvalidDataException>(() => Method.Mtls.FromPkcs12(PathOf("client.p12"), "wrong")).Message
        );
        Assert.Equal(
            $"'{PathOf("damaged.p12")}' cannot be read as a PKCS#12 file: it is damaged or of another kind.",
            Assert.Throws<InvalidDataException>(() => Method.Mtls.FromPkcs12(PathOf("damaged.p12"), "right")).Message
        );
        Assert.Equal(
            $"The PKCS#12 file '{PathOf("none.p12")}' does not exist.",
            Assert.Throws<FileNotFoundException>(() => Method.Mtls.FromPkcs12(PathOf("none.p12"), "right")).Message
        );
    }

    [Fact]
    public void A_certificate_without_its_key_proves_nothing()
    {
        using var publicOnly = X509CertificateLoader.LoadCertificate(_certificate.RawData);
        File.WriteAllBytes(PathOf("public.p12"), publicOnly.Export(X509ContentType.Pkcs12, "right"));

        Assert.Equal(
            "The certificate 'CN=app' has no private key; mutual TLS proves possession of it. Load it from a PKCS#12 file.",
            Assert.Throws<ArgumentException>(() => new Method.Mtls(publicOnly)).Message
        );
        Assert.Equal(
            $"The PKCS#12 file '{PathOf("public.p12")}' holds no certificate with a private key; export it again, key included.",
            Assert.Throws<InvalidDataException>(() => Method.Mtls.FromPkcs12(PathOf("public.p12"), "right")).Message
        );
    }

    [Theory]
    [InlineData(KeyAlgorithm.EcP384, "ES384")]
    [InlineData(KeyAlgorithm.Rsa2048, "PS256")]
    public void A_pem_file_gives_the_private_key(KeyAlgorithm kind, string algorithm)
    {
        using var key = kind.CreateKey();
        PemFile.WritePrivateKey(PathOf("key.pem"), key);

        var method = Method.SignedJwt.Asymmetric.FromPem(PathOf("key.pem"), algorithm, "key-1");

        Assert.Equal((algorithm, "key-1"), (method.Signer.Algorithm, method.Signer.KeyId));
        Assert.NotEmpty(method.Signer.Sign([1, 2, 3]));
    }

    [Fact]
    public void A_pem_file_without_the_right_private_key_is_refused()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        PemFile.WritePublicKey(PathOf("public.pem"), key);
        PemFile.WritePrivateKey(PathOf("ec.pem"), key);

        Assert.Equal(
            $"'{PathOf("public.pem")}' holds no unencrypted EC private key, which ES256 needs; write it as PKCS#8 PEM.",
            Assert.Throws<InvalidDataException>(() => FromPem("public.pem", "ES256")).Message
        );
        Assert.Equal(
            $"'{PathOf("ec.pem")}' holds no unencrypted RSA private key, which RS256 needs; write it as PKCS#8 PEM.",
            Assert.Throws<InvalidDataException>(() => FromPem("ec.pem", "RS256")).Message
        );
        Assert.Equal(
            "'HS256' does not sign with a private key; use one of RS256, RS384, RS512, PS256, PS384, PS512, ES256, ES384, ES512.",
            Assert.Throws<ArgumentException>(() => FromPem("ec.pem", "HS256")).Message
        );
        Assert.Equal(
            $"The PEM file '{PathOf("none.pem")}' does not exist.",
            Assert.Throws<FileNotFoundException>(() => FromPem("none.pem", "ES256")).Message
        );
    }

    [Fact]
    public void Anchors_come_from_a_pem_file()
    {
        PemFile.WriteCertificates(PathOf("anchors.pem"), _root.Certificate, _authority.Certificate);
        File.WriteAllText(PathOf("empty.pem"), "nothing here");

        var trust = ServerTrust.TrustStore.FromPem(PathOf("anchors.pem"));

        Assert.Equal(
            [_root.Certificate.RawData, _authority.Certificate.RawData],
            trust.Anchors.Select(one => one.RawData)
        );
        Assert.Equal(
            $"'{PathOf("empty.pem")}' holds no certificate in PEM form.",
            Assert.Throws<InvalidDataException>(() => ServerTrust.TrustStore.FromPem(PathOf("empty.pem"))).Message
        );
    }

    [Fact]
    public void A_pin_that_is_no_hash_is_refused() =>
        Assert.Equal(
            "The pin for 'localhost' is not the Base64 of a SHA-256 hash, 44 characters: 'c2hvcnQ='.",
            Assert.Throws<ArgumentException>(() => new KeyPinning("localhost", "c2hvcnQ=")).Message
        );

    private Method.SignedJwt.Asymmetric FromPem(string name, string algorithm) =>
        Method.SignedJwt.Asymmetric.FromPem(PathOf(name), algorithm);

    private string PathOf(string name) => Path.Combine(_folder, name);
}
