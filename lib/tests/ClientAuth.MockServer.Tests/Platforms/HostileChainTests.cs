using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Tests.Lab;
using ClientAuth.Protocol;
using ClientAuth.Protocol.Attestation;

namespace ClientAuth.MockServer.Tests.Platforms;

/// <summary>Certificates that no device has: too many, too few, no certificates at all, or made to break whoever reads them.</summary>
public sealed class HostileChainTests : IAsyncLifetime
{
    // Values of a common name in DER, as long as the one that they are written over.
    private static readonly Dictionary<string, byte[]> Names = new()
    {
        ["no UTF-8"] = [0x0C, 0x03, 0xFF, 0xFE, 0xFD],
        ["half a character"] = [0x1E, 0x02, 0xD8, 0x00, 0x00],
        ["half of two octets"] = [0x1E, 0x03, 0x00, 0x41, 0x00],
        ["no text"] = [0x04, 0x03, 0x41, 0x42, 0x43],
        ["a list"] = [0x30, 0x03, 0x04, 0x01, 0x00],
        ["unprintable"] = [0x13, 0x03, 0x00, 0x40, 0xFF],
        ["no digits"] = [0x12, 0x03, 0x41, 0x42, 0x43],
        ["longer than it is"] = [0x0C, 0x7F, 0x41, 0x42, 0x43],
    };

    private DeviceLab _lab = null!;

    public static TheoryData<string> HostileNames() => [.. Names.Keys];

    public async ValueTask InitializeAsync() => _lab = await DeviceLab.StartAsync();

    public ValueTask DisposeAsync() => _lab.DisposeAsync();

    [Theory]
    [MemberData(nameof(HostileNames))]
    public async Task Issuer_whose_name_cannot_be_read_is_no_root(string name)
    {
        var certificate = WithIssuer(Names[name]);

        var answer = await SendAsync(certificate);

        // Platforms differ in what they take for a certificate at all.
        var check = answer.Exchange.Trace.Failure?.Check;
        Assert.Contains(check, new[] { Rules.DeviceEvidence.Name, Rules.DeviceRoot.Name });
        answer.AssertRefused(400, OAuthErrors.InvalidClientAttestation, check!);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(9)]
    [InlineData(100)]
    public async Task Too_few_or_too_many_certificates_are_refused_before_any_is_read(int count)
    {
        var one = WithIssuer(Plain);

        var answer = await SendAsync([.. Enumerable.Repeat(one, count)]);

        answer.AssertRefused(400, OAuthErrors.InvalidClientAttestation, Rules.DeviceEvidence.Name);
        Assert.Equal($"{count} certificates in x5c", answer.Exchange.Trace.Failure!.Seen);
    }

    [Fact]
    public async Task One_certificate_many_times_over_is_no_chain()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var own = new CertificateRequest("CN=own", key, HashAlgorithmName.SHA256).CreateSelfSigned(
            _lab.Lab.Clock.GetUtcNow().AddDays(-1),
            _lab.Lab.Clock.GetUtcNow().AddDays(1)
        );

        var answer = await SendAsync([.. Enumerable.Repeat(own.RawData, 8)]);

        answer.AssertRefused(400, OAuthErrors.InvalidClientAttestation, Rules.DeviceChain.Name);
    }

    // It issued itself, so each link holds; and yet no path has a certificate twice (RFC 5280 §6.1).
    [Fact]
    public async Task Root_that_is_sent_twice_is_refused()
    {
        var answer = await _lab.Android()
            .AttestAsync(change: body =>
            {
                var chain = body["attestation"]!["x5c"]!.AsArray();
                chain.Add(chain[^1]!.DeepClone());
            });

        answer.AssertRefused(400, OAuthErrors.InvalidClientAttestation, Rules.DeviceChain.Name);
        Assert.Equal(
            "'CN=Android Attestation Root, O=Client Authentication Lab' twice",
            answer.Exchange.Trace.Failure!.Seen
        );
    }

    [Theory]
    [InlineData("null")]
    [InlineData("\"\"")]
    [InlineData("\"A\"")]
    [InlineData("\"AAA\"")]
    [InlineData("\"AA==\"")]
    [InlineData("\"AB==\"")]
    [InlineData("\"AA= =\"")]
    [InlineData("\"MAA=\\n\"")]
    [InlineData("\"ü\"")]
    public async Task Element_that_is_no_certificate_in_Base64_is_refused(string json)
    {
        var answer = await _lab.Android()
            .AttestAsync(change: body => body["attestation"]!["x5c"]!.AsArray()[1] = JsonNode.Parse(json));

        answer.AssertRefused(400, OAuthErrors.InvalidClientAttestation, Rules.DeviceEvidence.Name);
        Assert.Equal("x5c[1], which is no certificate", answer.Exchange.Trace.Failure!.Seen);
    }

    [Fact]
    public async Task Certificate_in_PEM_is_none()
    {
        var answer = await _lab.Android()
            .AttestAsync(change: body =>
            {
                var chain = body["attestation"]!["x5c"]!.AsArray();
                var pem = PemEncoding.WriteString(
                    "CERTIFICATE",
                    Convert.FromBase64String(chain[0]!.GetValue<string>())
                );
                chain[0] = Convert.ToBase64String(System.Text.Encoding.ASCII.GetBytes(pem));
            });

        answer.AssertRefused(400, OAuthErrors.InvalidClientAttestation, Rules.DeviceEvidence.Name);
    }

    [Theory]
    [InlineData("key_id", "\"AAAA\"")]
    [InlineData("assertion", "\"AAAA\"")]
    [InlineData("attestation_object", "\"AAAA\"")]
    public async Task Evidence_of_two_platforms_at_once_is_refused(string member, string json)
    {
        var answer = await _lab.Android()
            .AttestAsync(change: body => body["attestation"]![member] = JsonNode.Parse(json));

        answer.AssertRefused(400, OAuthErrors.InvalidClientAttestation, Rules.DeviceEvidence.Name);
    }

    [Fact]
    public async Task Android_evidence_under_the_name_of_the_other_platform_is_refused()
    {
        var answer = await _lab.Android()
            .AttestAsync(change: body => body["attestation"]!["format"] = AttestationFormats.AppleAppAttest);

        answer.AssertRefused(400, OAuthErrors.InvalidClientAttestation, Rules.DeviceEvidence.Name);
    }

    [Theory]
    [InlineData("key_id")]
    [InlineData("attestation_object")]
    public async Task Apples_evidence_needs_both_of_its_members(string member)
    {
        var answer = await _lab.Apple().AttestAsync(change: body => body["attestation"]!.AsObject().Remove(member));

        answer.AssertRefused(400, OAuthErrors.InvalidClientAttestation, Rules.DeviceEvidence.Name);
    }

    private Task<TestAnswer> SendAsync(params byte[][] chain) =>
        _lab.Android()
            .AttestAsync(change: body =>
                body["attestation"]!["x5c"] = new JsonArray([
                    .. chain.Select(der => (JsonNode)Convert.ToBase64String(der)),
                ])
            );

    private static byte[] Plain => [0x0C, 0x03, .. "zzz"u8];

    // Written over what a library has made, so that it can be anything.
    private byte[] WithIssuer(byte[] commonName)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var now = _lab.Lab.Clock.GetUtcNow();
        using var certificate = new CertificateRequest("CN=leaf", key, HashAlgorithmName.SHA256).Create(
            new X500DistinguishedName("CN=zzz"),
            X509SignatureGenerator.CreateForECDsa(key),
            now.AddDays(-1),
            now.AddDays(1),
            [1]
        );
        var der = certificate.RawData;
        var at = der.AsSpan().IndexOf("zzz"u8) - 2;
        return [.. der[..at], .. commonName, .. der[(at + commonName.Length)..]];
    }
}
