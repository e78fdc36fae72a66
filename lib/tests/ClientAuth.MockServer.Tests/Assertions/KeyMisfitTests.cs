using System.Security.Cryptography;
using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Tests.Lab;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Tests.Assertions;

/// <summary>A registered key that does not fit an assertion: the trace says why, for each key that the assertion may mean.</summary>
public sealed class KeyMisfitTests(SharedRsaKey rsa) : IClassFixture<SharedRsaKey>, IDisposable
{
    private const string Ec = "an EC key with crv 'P-256'";

    private static readonly Dictionary<string, (string Seen, Func<Jwk, Jwk> Change)> Unfit = new()
    {
        ["use enc"] = ("kid 'k': use 'enc', not for signatures", key => key with { Use = "enc" }),
        ["key_ops without verify"] = (
            "kid 'k': key_ops 'encrypt, wrapKey', without verify",
            key => key with { KeyOps = ["encrypt", "wrapKey"] }
        ),
        ["another alg"] = ("kid 'k': for PS256 alone", key => key with { Alg = "PS256" }),
    };

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public void Dispose() => _key.Dispose();

    public static TheoryData<string> UnfitNames() => [.. Unfit.Keys];

    [Theory]
    [MemberData(nameof(UnfitNames))]
    public async Task Key_that_is_not_for_this_is_not_used(string name)
    {
        var unfit = Unfit[name].Change(Jwk.FromPublicKey(rsa.Key) with { Kid = "k" });

        await AssertRefusedAsync(
            [Jwk.FromPublicKey(_key), unfit],
            assertion => assertion.Header["kid"] = "k",
            assertion => assertion.Finish("RS256", SignRsa),
            $"kid \"k\", 0 of 2 registered keys: {Unfit[name].Seen}"
        );
    }

    [Fact]
    public Task Key_of_another_curve_is_named_with_its_curve() =>
        AssertRefusedAsync(
            [Jwk.FromPublicKey(_key) with { Kid = "k" }],
            assertion => assertion.Header["kid"] = "k",
            assertion => assertion.Finish("ES384", input => _key.SignData(input, HashAlgorithmName.SHA384)),
            $"kid \"k\", 0 of 1 registered keys: kid 'k': {Ec}, which 'ES384' does not use"
        );

    [Fact]
    public Task Key_of_a_kind_that_the_server_does_not_use_is_named_with_its_kind() =>
        AssertRefusedAsync(
            [
                Jwk.FromPublicKey(_key),
                new Jwk
                {
                    Kty = "OKP",
                    Crv = "Ed25519",
                    Kid = "ed",
                },
            ],
            assertion => assertion.Header["kid"] = "ed",
            assertion => assertion.Sign(_key),
            "kid \"ed\", 0 of 2 registered keys: kid 'ed': a key with kty 'OKP', which this server does not use"
        );

    [Fact]
    public Task Without_a_kid_each_key_is_named_up_to_three() =>
        AssertRefusedAsync(
            [.. Enumerable.Range(1, 4).Select(number => Jwk.FromPublicKey(_key) with { Kid = $"{number}" })],
            _ => { },
            assertion => assertion.Finish("RS256", SignRsa),
            "kid nothing, 0 of 4 registered keys: "
                + string.Join("; ", new[] { 1, 2, 3 }.Select(i => $"kid '{i}': {Ec}, which 'RS256' does not use"))
                + "; …"
        );

    [Fact]
    public Task A_kid_that_no_key_has_is_shown_beside_those_that_there_are() =>
        AssertRefusedAsync(
            [Jwk.FromPublicKey(_key) with { Kid = "old" }, Jwk.FromPublicKey(_key) with { Kid = null }],
            assertion => assertion.Header["kid"] = "new",
            assertion => assertion.Sign(_key),
            "kid \"new\", 0 of 2 registered keys: the registered kids are 'old', nothing"
        );

    [Theory]
    [InlineData("use", "enc", ": use 'enc', not for signatures")]
    [InlineData("alg", "ES384", ": alg 'ES384', which is no signature algorithm of an EC key with crv 'P-256'")]
    public async Task Key_of_a_proof_that_says_it_is_for_something_else_is_refused(
        string member,
        string value,
        string seen
    )
    {
        await using var lab = await TestLab.StartAsync();
        var proof = new TestAssertion("", "", lab.Clock.GetUtcNow());
        proof.Header["typ"] = JwtTypes.DpopProof;
        var jwk = Jwk.FromPublicKey(_key);
        proof.Header["jwk"] = new Dictionary<string, string?>
        {
            ["kty"] = jwk.Kty,
            ["crv"] = jwk.Crv,
            ["x"] = jwk.X,
            ["y"] = jwk.Y,
            [member] = value,
        };
        var call = TestCall.Basic(TestClients.Basic, lab.Clients.Secret);

        var answer = await lab.SendAsync(call.WithHeader(ProofHeaders.Dpop, proof.Sign(_key)));

        answer.AssertRefused(400, OAuthErrors.InvalidDpopProof, Rules.DpopJwk.Name);
        Assert.EndsWith(seen, answer.Exchange.Trace.Failure?.Seen, StringComparison.Ordinal);
    }

    private byte[] SignRsa(byte[] input) =>
        rsa.Key.SignData(input, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

    private static async Task AssertRefusedAsync(
        IReadOnlyList<Jwk> keys,
        Action<TestAssertion> change,
        Func<TestAssertion, string> sign,
        string seen
    )
    {
        await using var lab = await TestLab.StartWithAsync(TestClients.WithKeys("c", null, keys));
        var assertion = lab.Assertion("c");
        change(assertion);

        var answer = await lab.SendAsync(TestCall.Asserting(sign(assertion)));

        answer.AssertInvalidClient(Rules.Key.Name);
        Assert.Equal(seen, answer.Exchange.Trace.Failure?.Seen);
    }
}
