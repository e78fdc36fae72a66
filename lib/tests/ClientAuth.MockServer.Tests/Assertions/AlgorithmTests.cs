using System.Security.Cryptography;
using System.Text;
using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Tests.Lab;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Tests.Assertions;

/// <summary>The registration decides the algorithm, never the header (RFC 8725 §3.1).</summary>
public sealed class AlgorithmTests(SharedRsaKey rsa) : IClassFixture<SharedRsaKey>
{
    public static TheoryData<string> Asymmetric() => [.. SignatureAlgorithms.Asymmetric];

    public static TheoryData<string> Symmetric() => [.. SignatureAlgorithms.Symmetric];

    [Theory]
    [MemberData(nameof(Asymmetric))]
    public async Task Every_asymmetric_algorithm_is_verified_and_notices_a_change(string alg)
    {
        using var ec = ECDsa.Create(CurveFor(alg));
        await using var lab = await TestLab.StartWithAsync(
            TestClients.WithKey("c", alg.StartsWith('E') ? ec : rsa.Key, alg)
        );
        string Signed() => alg.StartsWith('E') ? lab.Assertion("c").Sign(ec) : lab.Assertion("c").Sign(rsa.Key, alg);

        (await lab.SendAsync(TestCall.Asserting(Signed()))).AssertIssued();
        (await lab.SendAsync(TestCall.Asserting(WithOtherLastByte(Signed())))).AssertInvalidClient(
            Rules.Signature.Name
        );
    }

    [Theory]
    [MemberData(nameof(Symmetric))]
    public async Task Every_MAC_is_verified_and_notices_a_change(string alg)
    {
        await using var lab = await TestLab.StartAsync();
        string Signed() => lab.Assertion(TestClients.Mac).Mac(lab.Clients.Secret, alg);

        (await lab.SendAsync(TestCall.Asserting(Signed()))).AssertIssued();
        (await lab.SendAsync(TestCall.Asserting(WithOtherLastByte(Signed())))).AssertInvalidClient(
            Rules.Signature.Name
        );
    }

    [Theory]
    [InlineData("none")]
    [InlineData("None")]
    [InlineData("NONE")]
    public async Task Unsigned_assertion_is_refused(string alg)
    {
        await using var lab = await TestLab.StartAsync();
        foreach (var client in new[] { TestClients.Mac, TestClients.Signer })
        {
            var unsigned = lab.Assertion(client).Finish(alg, _ => []);

            (await lab.SendAsync(TestCall.Asserting(unsigned))).AssertInvalidClient(Rules.Alg.Name);
        }
    }

    [Theory]
    [InlineData("ES256", TestClients.Signer)]
    [InlineData("HS256", TestClients.Mac)]
    public async Task Empty_signature_is_refused(string alg, string client)
    {
        await using var lab = await TestLab.StartAsync();

        var answer = await lab.SendAsync(TestCall.Asserting(lab.Assertion(client).Finish(alg, _ => [])));

        answer.AssertInvalidClient(Rules.Signature.Name);
    }

    [Fact]
    public async Task Public_key_is_no_MAC_secret()
    {
        await using var lab = await TestLab.StartAsync();
        byte[][] forms =
        [
            Encoding.ASCII.GetBytes(lab.Clients.Key.ExportSubjectPublicKeyInfoPem()),
            lab.Clients.Key.ExportSubjectPublicKeyInfo(),
        ];
        foreach (var key in forms)
        {
            var forged = lab.Assertion(TestClients.Signer).Mac(key);

            (await lab.SendAsync(TestCall.Asserting(forged))).AssertInvalidClient(Rules.Alg.Name);
        }
    }

    [Fact]
    public async Task Client_of_one_JWT_method_may_not_use_the_other()
    {
        await using var lab = await TestLab.StartAsync();
        var mac = lab.Assertion(TestClients.Signer).Mac(lab.Clients.Secret);
        var signature = lab.Assertion(TestClients.Mac).Sign(lab.Clients.Key);

        (await lab.SendAsync(TestCall.Asserting(mac))).AssertInvalidClient(Rules.Alg.Name);
        (await lab.SendAsync(TestCall.Asserting(signature))).AssertInvalidClient(Rules.Alg.Name);
    }

    [Fact]
    public async Task Algorithm_other_than_the_registered_one_is_refused()
    {
        await using var lab = await TestLab.StartWithAsync(TestClients.WithKey("c", rsa.Key, "PS256"));

        var answer = await lab.SendAsync(TestCall.Asserting(lab.Assertion("c").Sign(rsa.Key, "RS256")));

        answer.AssertInvalidClient(Rules.Alg.Name);
    }

    [Fact]
    public async Task MAC_needs_a_secret_as_long_as_its_hash()
    {
        var secret = new string('s', 40);
        await using var lab = await TestLab.StartWithAsync(
            new ClientMetadata
            {
                ClientId = "c",
                ClientSecret = secret,
                TokenEndpointAuthMethod = TokenEndpointAuthMethods.ClientSecretJwt,
            }
        );

        (await lab.SendAsync(TestCall.Asserting(lab.Assertion("c").Mac(secret, "HS256")))).AssertIssued();
        (await lab.SendAsync(TestCall.Asserting(lab.Assertion("c").Mac(secret, "HS384")))).AssertInvalidClient(
            Rules.Key.Name
        );
    }

    [Fact]
    public async Task MAC_keyed_with_an_expired_secret_is_refused()
    {
        var secret = new string('s', 40);
        await using var lab = await TestLab.StartWithAsync(
            new ClientMetadata
            {
                ClientId = "c",
                ClientSecret = secret,
                ClientSecretExpiresAt = 1,
                TokenEndpointAuthMethod = TokenEndpointAuthMethods.ClientSecretJwt,
            }
        );

        var answer = await lab.SendAsync(TestCall.Asserting(lab.Assertion("c").Mac(secret)));

        answer.AssertInvalidClient(Rules.SecretNotExpired.Name);
    }

    // The first character of the last group: it always changes a byte, and never the spare bits.
    private static string WithOtherLastByte(string jwt) =>
        jwt[^4] == 'A' ? $"{jwt[..^4]}B{jwt[^3..]}" : $"{jwt[..^4]}A{jwt[^3..]}";

    private static ECCurve CurveFor(string alg) =>
        alg switch
        {
            "ES384" => ECCurve.NamedCurves.nistP384,
            "ES512" => ECCurve.NamedCurves.nistP521,
            _ => ECCurve.NamedCurves.nistP256,
        };
}
