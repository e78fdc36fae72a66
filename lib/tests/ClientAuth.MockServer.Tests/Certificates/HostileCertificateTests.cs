using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ClientAuth.Credentials;
using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Tests.Lab;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Tests.Certificates;

/// <summary>Certificates that no library makes are refused as strangers', whatever in them cannot be read.</summary>
public sealed class HostileCertificateTests
{
    private static readonly string[] Refusals =
    [
        Rules.CertificateSource.Name,
        Rules.CertificateEncoding.Name,
        Rules.CertificateChain.Name,
    ];

    private static readonly Dictionary<string, (byte[] CommonName, PublicKey? AuthorityKey)> Certificates = new()
    {
        ["a subject that is no UTF-8"] = ([0x0C, 0x03, 0xFF, 0xFE, 0xFD], null),
        ["a subject with half a character of two octets"] = ([0x1E, 0x03, 0x00, 0x41, 0x00], null),
        ["a subject with half a character"] = ([0x1E, 0x02, 0xD8, 0x00, 0x00], null),
        ["a subject of a type that is no text"] = ([0x04, 0x03, 0x41, 0x42, 0x43], null),
        ["a subject that is a list"] = ([0x30, 0x03, 0x04, 0x01, 0x00], null),
        ["a printable subject that is not printable"] = ([0x13, 0x03, 0x00, 0x40, 0xFF], null),
        ["a subject of numbers that are none"] = ([0x12, 0x03, 0x41, 0x42, 0x43], null),
        ["a subject that ends beyond its end"] = ([0x0C, 0x7F, 0x41, 0x42, 0x43], null),
        ["an authority with a key on no curve"] = (Plain, Key("1.2.840.10045.2.1", [0x06, 0x03, 0x2A, 0x03, 0x04])),
        ["an authority with a curve that is no name"] = (Plain, Key("1.2.840.10045.2.1", [0x04, 0x01, 0x00])),
        ["an authority with an RSA key that is none"] = (Plain, Key("1.2.840.113549.1.1.1", [0x05, 0x00])),
        ["an authority with a DSA key"] = (Plain, Key("1.2.840.10040.4.1", [0x05, 0x00])),
        ["an authority with a key of no known kind"] = (Plain, Key("1.2.3.4", [0x05, 0x00])),
    };

    private static byte[] Plain => [0x0C, 0x03, .. "zzz"u8];

    public static TheoryData<string> Names() => [.. Certificates.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Certificate_that_cannot_be_read_is_refused_and_breaks_nothing(string name)
    {
        X509Certificate2 proxy = null!;
        await using var lab = await TestLab.StartAsync(
            (lab, options) =>
            {
                proxy = lab.Authority.Issue(CertificateProfile.Client("CN=proxy"));
                return options with { Certificates = options.Certificates with { TrustedProxies = [proxy] } };
            }
        );
        using var _ = proxy;
        var (commonName, authorityKey) = Certificates[name];
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var own = new PublicKey(key);
        var leaf = WithCommonName(Issue(new X500DistinguishedName("CN=zzz"), own, key, lab), commonName);
        var authority = Issue(new X500DistinguishedName("CN=authority"), authorityKey ?? own, key, lab);

        var answer = await lab.SendAsync(
            TestCall
                .With(TokenParameters.ClientId, TestClients.Tls)
                .WithHeader("Client-Cert", Field(leaf))
                .WithHeader("Client-Cert-Chain", Field(authority)) with
            {
                Certificate = proxy,
            }
        );

        // Platforms differ in what they take for a certificate at all.
        Assert.Contains(answer.Exchange.Trace.Failure?.Check, Refusals);
    }

    private static byte[] Issue(X500DistinguishedName subject, PublicKey subjectsKey, ECDsa key, TestLab lab)
    {
        var now = lab.Clock.GetUtcNow();
        using var certificate = new CertificateRequest(subject, subjectsKey, HashAlgorithmName.SHA256).Create(
            new X500DistinguishedName("CN=authority"),
            X509SignatureGenerator.CreateForECDsa(key),
            now.AddHours(-1),
            now.AddHours(1),
            [1]
        );
        return certificate.RawData;
    }

    // Written over what a library has made, so that it can be anything.
    private static byte[] WithCommonName(byte[] der, byte[] value)
    {
        var at = der.AsSpan().IndexOf("zzz"u8) - 2;
        return [.. der[..at], .. value, .. der[(at + value.Length)..]];
    }

    private static string Field(byte[] der) => $":{Convert.ToBase64String(der)}:";

    private static PublicKey Key(string kind, byte[] parameters) =>
        new(new Oid(kind), new AsnEncodedData(parameters), new AsnEncodedData([0x04, 0x01, 0x02]));
}
