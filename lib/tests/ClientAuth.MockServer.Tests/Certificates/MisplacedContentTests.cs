using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ClientAuth.Credentials;
using ClientAuth.MockServer.Tests.Lab;

namespace ClientAuth.MockServer.Tests.Certificates;

/// <summary>What is well encoded, and does not belong where it stands (RFC 5280 §4.2.1, RFC 5480 §2.1.1).</summary>
public sealed class MisplacedContentTests
{
    [Fact]
    public async Task Constraint_on_names_in_a_clients_certificate_is_refused()
    {
        await using var lab = await TestLab.StartAsync();

        var answer = await ChainCall.SendAsync(
            lab,
            client => client with { NameConstraints = new() { Excluded = [GeneralSubtree.Dns("evil.example")] } }
        );

        AssertExtensions("name constraints without cA in 'CN=tls, O=Test'", answer);
    }

    [Theory]
    [InlineData(X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.KeyCertSign)]
    [InlineData(X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.DecipherOnly)]
    public async Task Right_to_sign_certificates_without_being_an_authority_is_refused(X509KeyUsageFlags usages)
    {
        await using var lab = await TestLab.StartAsync();

        var answer = await ChainCall.SendAsync(lab, client => client with { KeyUsages = usages });

        AssertExtensions("keyCertSign without cA in 'CN=tls, O=Test'", answer);
    }

    [Fact]
    public async Task Path_length_without_being_an_authority_is_refused()
    {
        await using var proxied = await ProxiedLab.StartAsync();
        using var leaf = proxied.Lab.Authority.Issue(
            CertificateProfile.Client(ChainCall.Subject) with
            {
                Rewrite = raw =>
                    raw with
                    {
                        // The first is that of the basic constraints: cA left out, a path length of 0.
                        Extensions = [Convert.FromHexString("300C0603551D1304053003020100"), .. raw.Extensions.Skip(1)],
                    },
            }
        );

        AssertExtensions(
            "a path length without cA in 'CN=tls, O=Test'",
            await proxied.SendAsync(TestClients.Tls, leaf)
        );
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Curve_that_is_given_by_its_parameters_is_refused(bool ofAuthority)
    {
        await using var proxied = await ProxiedLab.StartAsync();
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var explicitKey = ECDsa.Create(key.ExportExplicitParameters(includePrivateParameters: true));
        var written = new PublicKey(
            new Oid("1.2.840.10045.2.1"),
            new AsnEncodedData(ParametersOf(explicitKey)),
            new AsnEncodedData(new PublicKey(key).EncodedKeyValue.RawData)
        );
        var authority = proxied.Lab.Authority;
        var subject = new X500DistinguishedName(ChainCall.Subject);
        var now = proxied.Lab.Clock.GetUtcNow();
        using var between = authority.Certify(written, CertificateProfile.Authority("Between"));
        using var leaf = ofAuthority
            ? new CertificateRequest(subject, new PublicKey(key), HashAlgorithmName.SHA256).Create(
                between.SubjectName,
                X509SignatureGenerator.CreateForECDsa(key),
                now.AddHours(-1),
                now.AddHours(1),
                [1]
            )
            : authority.Certify(written, CertificateProfile.Client(ChainCall.Subject));

        var answer = await proxied.SendAsync(TestClients.Tls, leaf, ofAuthority ? [between] : []);

        answer.AssertInvalidClient("certificate.algorithms");
        Assert.Equal(
            "a key on a curve written as parameters in place of a name, of "
                + (ofAuthority ? $"'{between.Subject}'" : "'CN=tls, O=Test'"),
            answer.Exchange.Trace.Failure!.Seen
        );
    }

    [Fact]
    public async Task Key_with_which_a_message_is_its_own_signature_is_refused()
    {
        await using var proxied = await ProxiedLab.StartAsync();
        using var key = RSA.Create(2048);
        var parameters = key.ExportParameters(includePrivateParameters: false);
        parameters.Exponent = [1];
        var leafKey = new PublicKey(
            new Oid("1.2.840.113549.1.1.1"),
            new AsnEncodedData([0x05, 0x00]),
            new AsnEncodedData(Encoded(parameters))
        );
        using var leaf = proxied.Lab.Authority.Certify(leafKey, CertificateProfile.Client(ChainCall.Subject));

        (await proxied.SendAsync(TestClients.Tls, leaf)).AssertInvalidClient("certificate.algorithms");
    }

    private static void AssertExtensions(string seen, TestAnswer answer)
    {
        answer.AssertInvalidClient("certificate.extensions");
        Assert.Equal(seen, answer.Exchange.Trace.Failure!.Seen);
    }

    private static byte[] ParametersOf(ECDsa key)
    {
        var algorithm = new AsnReader(key.ExportSubjectPublicKeyInfo(), AsnEncodingRules.DER)
            .ReadSequence()
            .ReadSequence();
        algorithm.ReadObjectIdentifier();
        return algorithm.ReadEncodedValue().ToArray();
    }

    private static byte[] Encoded(RSAParameters key)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteIntegerUnsigned(key.Modulus);
            writer.WriteIntegerUnsigned(key.Exponent);
        }

        return writer.Encode();
    }
}
