using System.Security.Cryptography;
using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Tests.Lab;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Tests.Assertions;

/// <summary>Keys come from the registration; the header's <c>kid</c> only picks among them (RFC 8725 §3.10).</summary>
public sealed class KeyTests
{
    [Fact]
    public async Task Kid_picks_the_key_and_without_one_each_is_tried()
    {
        using var first = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var second = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        Jwk[] keys = [Jwk.FromPublicKey(first) with { Use = "sig" }, Jwk.FromPublicKey(second)];
        await using var lab = await TestLab.StartWithAsync(TestClients.WithKeys("c", null, keys));
        async Task<TestAnswer> Send(object? kid)
        {
            var assertion = lab.Assertion("c");
            if (kid is not null)
            {
                assertion.Header["kid"] = kid;
            }

            return await lab.SendAsync(TestCall.Asserting(assertion.Sign(second)));
        }

        (await Send(null)).AssertIssued();
        (await Send(keys[1].Kid)).AssertIssued();
        (await Send(keys[0].Kid)).AssertInvalidClient(Rules.Signature.Name);
        (await Send(7)).AssertInvalidClient(Rules.Key.Name);
    }

    [Theory]
    [InlineData("unknown")]
    [InlineData("../../dev/null")]
    [InlineData("' OR 1=1 --")]
    [InlineData("")]
    public async Task Unknown_kid_is_refused(string kid)
    {
        await using var lab = await TestLab.StartAsync();
        var assertion = lab.Assertion(TestClients.Signer);
        assertion.Header["kid"] = kid;

        var answer = await lab.SendAsync(TestCall.Asserting(assertion.Sign(lab.Clients.Key)));

        answer.AssertInvalidClient(Rules.Key.Name);
    }

    [Fact]
    public async Task Kid_that_is_no_string_names_no_key_not_even_one_without_a_kid()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var unnamed = Jwk.FromPublicKey(key) with { Kid = null };
        await using var lab = await TestLab.StartWithAsync(TestClients.WithKeys("c", null, unnamed));
        var assertion = lab.Assertion("c");
        var good = assertion.Sign(key);
        assertion.Header["kid"] = 7;

        (await lab.SendAsync(TestCall.Asserting(assertion.Sign(key)))).AssertInvalidClient(Rules.Key.Name);
        (await lab.SendAsync(TestCall.Asserting(good))).AssertIssued();
    }

    [Fact]
    public async Task Key_of_another_client_is_refused()
    {
        await using var lab = await TestLab.StartAsync();
        var assertion = lab.Assertion(TestClients.Signer).Sign(lab.Clients.OtherKey);

        (await lab.SendAsync(TestCall.Asserting(assertion))).AssertInvalidClient(Rules.Signature.Name);
    }

    [Theory]
    [InlineData("jwk")]
    [InlineData("jku")]
    [InlineData("x5u")]
    [InlineData("x5c")]
    public async Task Key_that_the_assertion_brings_along_is_ignored(string header)
    {
        await using var lab = await TestLab.StartAsync();
        using var attacker = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var key = Jwk.FromPublicKey(attacker);
        TestAssertion Bringing()
        {
            var assertion = lab.Assertion(TestClients.Signer);
            assertion.Header[header] = header switch
            {
                "jwk" => new
                {
                    kty = key.Kty,
                    crv = key.Crv,
                    x = key.X,
                    y = key.Y,
                },
                "x5c" => new[] { Convert.ToBase64String(lab.Clients.OwnCertificate.RawData) },
                _ => lab.Server.Metadata.JwksUri,
            };
            return assertion;
        }

        var forged = await lab.SendAsync(TestCall.Asserting(Bringing().Sign(attacker)));
        var own = await lab.SendAsync(TestCall.Asserting(Bringing().Sign(lab.Clients.Key)));

        forged.AssertInvalidClient(Rules.Signature.Name);
        own.AssertIssued();
        Assert.All(lab.Server.Exchanges.Snapshot(), exchange => Assert.Equal("/token", exchange.Request.Target));
    }

    [Fact]
    public async Task Key_on_another_curve_than_the_algorithm_names_is_refused()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        await using var lab = await TestLab.StartWithAsync(TestClients.WithKey("c", key));
        var assertion = lab.Assertion("c").Finish("ES256", input => key.SignData(input, HashAlgorithmName.SHA256));

        (await lab.SendAsync(TestCall.Asserting(assertion))).AssertInvalidClient(Rules.Key.Name);
    }
}
