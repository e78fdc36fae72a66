using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Text;
using ClientAuth.Credentials;
using ClientAuth.MockServer.Tests.Lab;

namespace ClientAuth.MockServer.Tests.Certificates;

/// <summary>
/// A certificate is encoded in one way (RFC 5280 §4.1, X.690 §10 and §11), and its signature is right in every case here: each is
/// refused for its form alone.
/// </summary>
public sealed class CertificateEncodingTests
{
    private const string NotDer = "an encoding that is not DER, or of the wrong type";

    private const string EcdsaWithSha384 = "300A06082A8648CE3D040303";

    private static readonly Dictionary<string, (Func<RawCertificate, RawCertificate> Change, string Seen)> Forms = new()
    {
        ["another algorithm outside"] = (
            raw => raw with { OuterAlgorithm = Convert.FromHexString(EcdsaWithSha384) },
            "the signature algorithm ECDSA with SHA-384 beside the signature, and ECDSA with SHA-256 inside what is signed"
        ),
        ["another algorithm inside"] = (
            raw =>
                raw with
                {
                    SignatureAlgorithm = Convert.FromHexString(EcdsaWithSha384),
                    OuterAlgorithm = raw.SignatureAlgorithm,
                },
            "the signature algorithm ECDSA with SHA-256 beside the signature, and ECDSA with SHA-384 inside what is signed"
        ),
        ["NULL outside alone"] = (
            raw => raw with { OuterAlgorithm = WithNull(raw.SignatureAlgorithm) },
            "parameters of the signature algorithm ECDSA with SHA-256, which has none (RFC 5758 §3.2)"
        ),
        ["NULL inside and outside"] = (
            raw => raw with { SignatureAlgorithm = WithNull(raw.SignatureAlgorithm) },
            "parameters of the signature algorithm ECDSA with SHA-256, which has none (RFC 5758 §3.2)"
        ),
        ["a negative s"] = (
            raw => raw with { AlterSignature = signature => Numbers(signature, (r, s) => (r, Negative(s))) },
            "an ECDSA signature with a number that is not positive"
        ),
        ["a negative r"] = (
            raw => raw with { AlterSignature = signature => Numbers(signature, (r, s) => (Negative(r), s)) },
            "an ECDSA signature with a number that is not positive"
        ),
        ["an r that is longer than needed"] = (
            raw => raw with { AlterSignature = signature => Numbers(signature, (r, s) => ([0, .. r], s)) },
            NotDer
        ),
        ["something behind the signature"] = (
            raw => raw with { AlterSignature = signature => [.. signature, 0] },
            NotDer
        ),
        ["unused bits in the signature"] = (
            raw => raw with { UnusedBits = 1, AlterSignature = signature => [.. signature, 0] },
            "a signature with 1 unused bits"
        ),
        ["version 1 with extensions"] = (
            raw => raw with { Version = null },
            "version 1 with extensions, which came with version 3"
        ),
        ["version 2 with extensions"] = (
            raw => raw with { Version = 1 },
            "version 2 with extensions, which came with version 3"
        ),
        ["version 1 written out"] = (
            raw => raw with { Version = 0, Extensions = [] },
            "version 1 written out, which DER leaves out"
        ),
        ["version 4"] = (raw => raw with { Version = 3 }, "version 4, which there is not"),
        ["a version below nought"] = (raw => raw with { Version = -1 }, "version 0, which there is not"),
        ["half a second"] = (raw => raw with { NotAfter = Time(raw.NotAfter, ".5") }, "which is no whole second"),
        ["half a second at the start"] = (
            raw => raw with { NotBefore = Time(raw.NotBefore, ".5") },
            "which is no whole second"
        ),
        ["a default written out"] = (
            raw => raw with { Extensions = [.. raw.Extensions.Select(WithFalse)] },
            "the default FALSE written out in 2.5.29.14, which DER leaves out"
        ),
        ["a length that is longer than needed"] = (
            raw => raw with { Subject = [0x30, 0x81, raw.Subject[1], .. raw.Subject[2..]] },
            NotDer
        ),
        ["a name with an empty part"] = (
            raw => raw with { Subject = [0x30, (byte)(raw.Subject[1] + 2), .. raw.Subject[2..], 0x31, 0x00] },
            "a part of a name without attributes"
        ),
    };

    public static TheoryData<string> Names() => [.. Forms.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Form_that_is_not_that_of_X509_is_refused(string name)
    {
        var (change, seen) = Forms[name];
        await using var lab = await TestLab.StartAsync();

        var answer = await ChainCall.SendAsync(lab, client => client with { Rewrite = change });

        answer.AssertInvalidClient("certificate.encoding");
        Assert.Contains(seen, answer.Exchange.Trace.Failure!.Seen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Malformed_authority_between_is_left_aside_and_named()
    {
        await using var lab = await TestLab.StartAsync();

        var answer = await ChainCall.SendAsync(
            lab,
            client => client,
            authority => authority with { Rewrite = raw => raw with { Version = null } }
        );

        answer.AssertInvalidClient("certificate.chain");
        Assert.Contains(
            "; left aside 'CN=Between, O=Client Authentication Lab', for version 1 with extensions",
            answer.Exchange.Trace.Failure!.Seen,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Certificate_that_is_written_anew_as_it_was_is_accepted()
    {
        await using var lab = await TestLab.StartAsync();

        (await ChainCall.SendAsync(lab, client => client with { Rewrite = raw => raw })).AssertIssued();
    }

    [Theory]
    [InlineData(KeyAlgorithm.Rsa2048)]
    [InlineData(KeyAlgorithm.EcP384)]
    public async Task Parameters_of_an_RSA_signature_are_NULL_or_left_out(KeyAlgorithm ofClient)
    {
        using var root = LabAuthority.Create(
            TimeProvider.System,
            CertificateProfile.Authority("RSA") with
            {
                KeyAlgorithm = KeyAlgorithm.Rsa2048,
            }
        );
        await using var lab = await TestLab.StartAsync(
            (_, options) =>
                options with
                {
                    Certificates = options.Certificates with { ClientAuthorities = [root.Certificate] },
                }
        );
        var profile = CertificateProfile.Client(ChainCall.Subject) with
        {
            KeyAlgorithm = ofClient,
            SignatureHash = HashAlgorithmName.SHA256,
        };
        using var leftOut = root.Issue(
            profile with
            {
                Rewrite = raw => raw with { SignatureAlgorithm = WithoutNull(raw) },
            }
        );
        using var other = root.Issue(profile with { Rewrite = raw => raw with { OuterAlgorithm = WithoutNull(raw) } });

        (await lab.SendAsync(TestCall.Presenting(TestClients.Tls, leftOut))).AssertIssued();
        (await lab.SendAsync(TestCall.Presenting(TestClients.Tls, other))).AssertInvalidClient("certificate.encoding");
    }

    private static byte[] WithNull(byte[] algorithm) => [0x30, (byte)(algorithm[1] + 2), .. algorithm[2..], 0x05, 0x00];

    private static byte[] WithoutNull(RawCertificate raw) =>
        [0x30, (byte)(raw.SignatureAlgorithm[1] - 2), .. raw.SignatureAlgorithm[2..^2]];

    private static byte[] Time(byte[] utcTime, string fraction)
    {
        var text = "20" + Encoding.ASCII.GetString(utcTime[2..^1]) + fraction + "Z";
        return [0x18, (byte)text.Length, .. Encoding.ASCII.GetBytes(text)];
    }

    private static byte[] WithFalse(byte[] extension)
    {
        var fields = new AsnReader(extension, AsnEncodingRules.DER).ReadSequence();
        var oid = fields.ReadEncodedValue();
        byte[] rest =
        [
            .. fields.ReadEncodedValue().ToArray(),
            .. fields.HasData ? fields.ReadEncodedValue().ToArray() : [],
        ];
        return rest[0] == 0x01
            ? extension
            : [0x30, (byte)(oid.Length + 3 + rest.Length), .. oid.Span, 0x01, 0x01, 0x00, .. rest];
    }

    // The content octets of r and s, changed.
    private static byte[] Numbers(byte[] signature, Func<byte[], byte[], (byte[] R, byte[] S)> change)
    {
        var numbers = new AsnReader(signature, AsnEncodingRules.DER).ReadSequence();
        var (r, s) = change(numbers.ReadIntegerBytes().ToArray(), numbers.ReadIntegerBytes().ToArray());
        return [0x30, (byte)(r.Length + s.Length + 4), 0x02, (byte)r.Length, .. r, 0x02, (byte)s.Length, .. s];
    }

    // The octet in front that makes it positive is left out or changed, and read as a number it is negative. With FF before a set bit it
    // would be no shortest form (X.690 §8.3.2), which another check refuses.
    private static byte[] Negative(byte[] number)
    {
        byte[] negative = number[0] == 0 ? number[1..] : [(byte)(number[0] | 0x80), .. number[1..]];
        if (negative is [0xFF, >= 0x80, ..])
        {
            negative[0] = 0xBF;
        }

        return negative;
    }
}
