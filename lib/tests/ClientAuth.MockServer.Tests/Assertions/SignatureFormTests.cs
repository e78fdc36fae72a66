using System.Security.Cryptography;
using System.Text;
using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Tests.Lab;

namespace ClientAuth.MockServer.Tests.Assertions;

/// <summary>Signatures that look like one and are none (RFC 7518 §3.4, §3.5).</summary>
public sealed class SignatureFormTests(SharedRsaKey rsa) : IClassFixture<SharedRsaKey>
{
    private static readonly byte[] Order = Convert.FromHexString(
        "FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551"
    );

    private static readonly Dictionary<string, byte[]> Forged = new()
    {
        ["r and s zero"] = new byte[64],
        ["r and s the order"] = [.. Order, .. Order],
        ["r one, s the order"] = [.. new byte[31], 1, .. Order],
        ["63 bytes"] = [.. Enumerable.Repeat((byte)1, 63)],
        ["one byte"] = [1],
        ["128 bytes"] = new byte[128],
    };

    public static TheoryData<string> ForgedNames() => [.. Forged.Keys];

    [Theory]
    [MemberData(nameof(ForgedNames))]
    public async Task Forged_ES256_signature_is_refused(string name)
    {
        await using var lab = await TestLab.StartAsync();
        var forged = lab.Assertion(TestClients.Signer).Finish("ES256", _ => Forged[name]);

        (await lab.SendAsync(TestCall.Asserting(forged))).AssertInvalidClient(Rules.Signature.Name);
    }

    [Fact]
    public async Task ES256_signature_in_DER_is_refused()
    {
        await using var lab = await TestLab.StartAsync();
        var der = lab.Assertion(TestClients.Signer)
            .Finish(
                "ES256",
                input =>
                    lab.Clients.Key.SignData(input, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence)
            );

        (await lab.SendAsync(TestCall.Asserting(der))).AssertInvalidClient(Rules.Signature.Name);
    }

    [Theory]
    [InlineData(16)]
    [InlineData(31)]
    [InlineData(33)]
    public async Task MAC_of_another_length_is_refused(int length)
    {
        await using var lab = await TestLab.StartAsync();
        var cut = lab.Assertion(TestClients.Mac)
            .Finish(
                "HS256",
                input =>
                    [
                        .. HMACSHA256
                            .HashData(Encoding.UTF8.GetBytes(lab.Clients.Secret), input)
                            .Append((byte)0)
                            .Take(length),
                    ]
            );

        (await lab.SendAsync(TestCall.Asserting(cut))).AssertInvalidClient(Rules.Signature.Name);
    }

    [Theory]
    [InlineData(32, null)]
    [InlineData(0, "assertion.signature")]
    [InlineData(20, "assertion.signature")]
    [InlineData(64, "assertion.signature")]
    public async Task PS256_wants_a_salt_as_long_as_its_hash(int saltLength, string? check)
    {
        await using var lab = await TestLab.StartWithAsync(TestClients.WithKey("c", rsa.Key));
        var assertion = lab.Assertion("c").Finish("PS256", input => PssSignature.Sign(rsa.Key, input, saltLength));

        var answer = await lab.SendAsync(TestCall.Asserting(assertion));

        Assert.Equal(check, answer.Exchange.Trace.Failure?.Check);
    }

    [Fact]
    public async Task PS256_and_RS256_are_not_each_other()
    {
        await using var lab = await TestLab.StartWithAsync(TestClients.WithKey("c", rsa.Key));
        var padded = lab.Assertion("c")
            .Finish("PS256", input => rsa.Key.SignData(input, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
        var pss = lab.Assertion("c")
            .Finish("RS256", input => rsa.Key.SignData(input, HashAlgorithmName.SHA256, RSASignaturePadding.Pss));

        (await lab.SendAsync(TestCall.Asserting(padded))).AssertInvalidClient(Rules.Signature.Name);
        (await lab.SendAsync(TestCall.Asserting(pss))).AssertInvalidClient(Rules.Signature.Name);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task Change_of_header_or_payload_breaks_the_signature(int segment)
    {
        await using var lab = await TestLab.StartAsync();
        var assertion = lab.Assertion(TestClients.Signer);
        var segments = assertion.Sign(lab.Clients.Key).Split('.');
        assertion.Header["x"] = 1;
        assertion.Claims["x"] = 1;
        segments[segment] = assertion.Sign(lab.Clients.Key).Split('.')[segment];

        var answer = await lab.SendAsync(TestCall.Asserting(string.Join('.', segments)));

        answer.AssertInvalidClient(Rules.Signature.Name);
    }
}
