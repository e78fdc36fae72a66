using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ClientAuth.MockServer.Options;
using ClientAuth.MockServer.Tests.Lab;

namespace ClientAuth.MockServer.Tests.Certificates;

/// <summary>Lists that an authority that keeps the rules does not sign stop the server from starting (RFC 5280 §5.1, §5.2).</summary>
public sealed class RevocationListTests : IDisposable
{
    private const string Number = "0603551D14";
    private const string NumberExtension = "300A0603551D140403020101";

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public void Dispose() => _key.Dispose();

    [Theory]
    [InlineData("as it should be", null)]
    [InlineData("without a number", "it has no list number")]
    [InlineData("without extensions", "it has no list number")]
    [InlineData("with a critical number", "its extension 2.5.29.20 is critical, which that never is")]
    [InlineData("with two numbers", "it has the extension 2.5.29.20 twice")]
    [InlineData("with something critical", "its critical extension 2.5.29.28 is not known")]
    [InlineData("of version 1", "it is not of version 2")]
    [InlineData(
        "with another algorithm outside",
        "ECDSA with SHA-384 beside the signature, and ECDSA with SHA-256 inside"
    )]
    [InlineData("with half a second", "which is no whole second")]
    public async Task List_is_read_at_the_start(string form, string? problem)
    {
        var list = Write(form);

        var start = TestLab.StartAsync(
            (_, options) => options with { Certificates = options.Certificates with { RevocationLists = [list] } }
        );

        if (problem is null)
        {
            await using var lab = await start;
            return;
        }

        var mistake = await Assert.ThrowsAsync<InvalidOptionException>(() => start);
        Assert.StartsWith("RevocationLists[0] is no revocation list in DER", mistake.Message, StringComparison.Ordinal);
        Assert.Contains(problem, mistake.Message, StringComparison.Ordinal);
    }

    private byte[] Write(string form)
    {
        const string sha256 = "300A06082A8648CE3D040302";
        const string sha384 = "300A06082A8648CE3D040303";
        var name = Convert.ToHexString(new X500DistinguishedName("CN=Lists").RawData);
        var time = form == "with half a second" ? "1811" + Ascii("20261130080000.5Z") : "170D" + Ascii("261130080000Z");
        var extensions = form switch
        {
            "without a number" => Wrapped(0xA0, Wrapped(0x30, "300C0603551D230405300380010A")),
            "without extensions" => "",
            "with a critical number" => Wrapped(0xA0, Wrapped(0x30, Wrapped(0x30, Number + "0101FF" + "0403020101"))),
            "with two numbers" => Wrapped(0xA0, Wrapped(0x30, NumberExtension + NumberExtension)),
            "with something critical" => Wrapped(0xA0, Wrapped(0x30, NumberExtension + "300C0603551D1C0101FF04023000")),
            _ => Wrapped(0xA0, Wrapped(0x30, NumberExtension)),
        };
        var version = form == "of version 1" ? "" : "020101";
        var content = Convert.FromHexString(Wrapped(0x30, version + sha256 + name + time + time + extensions));
        var signature = _key.SignData(content, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        return Convert.FromHexString(
            Wrapped(
                0x30,
                Convert.ToHexString(content)
                    + (form == "with another algorithm outside" ? sha384 : sha256)
                    + Wrapped(0x03, "00" + Convert.ToHexString(signature))
            )
        );
    }

    private static string Ascii(string text) => Convert.ToHexString(System.Text.Encoding.ASCII.GetBytes(text));

    private static string Wrapped(byte tag, string content) =>
        content.Length / 2 is var length && length < 0x80 ? $"{tag:X2}{length:X2}{content}"
        : length < 0x100 ? $"{tag:X2}81{length:X2}{content}"
        : $"{tag:X2}82{length:X4}{content}";
}
