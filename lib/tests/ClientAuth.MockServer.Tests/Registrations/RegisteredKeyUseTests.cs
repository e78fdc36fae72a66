using System.Security.Cryptography;
using System.Text.Json.Nodes;
using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Options;
using ClientAuth.MockServer.Registrations;
using ClientAuth.MockServer.Registrations.Keys;
using ClientAuth.MockServer.Tests.Lab;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Tests.Registrations;

/// <summary>A key that says of itself that it verifies nothing, or nothing that its client signs, is refused when it is registered.</summary>
public sealed class RegisteredKeyUseTests : IDisposable
{
    private const string Kind = "an EC key with crv 'P-256'";
    private const string EachKey =
        "each key of jwks to be for encryption, or to verify signatures by what use, key_ops and alg say";
    private const string OneKey =
        "a key in jwks for RS256 or RS384 or RS512 or PS256 or PS384 or PS512 or ES256 or ES384 or ES512";

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public void Dispose() => _key.Dispose();

    [Theory]
    [InlineData("""{"use":"enc"}""", OneKey, "0 of 1, the first with kid 'k': use 'enc', not for signatures")]
    [InlineData("""{"use":"tls"}""", EachKey, "use 'tls', not for signatures, kid 'k'")]
    [InlineData("""{"key_ops":["sign"]}""", EachKey, "key_ops 'sign', without verify, kid 'k'")]
    [InlineData("""{"key_ops":[]}""", EachKey, "key_ops '', without verify, kid 'k'")]
    [InlineData(
        """{"key_ops":["deriveKey"]}""",
        OneKey,
        "0 of 1, the first with kid 'k': key_ops 'deriveKey', without verify"
    )]
    [InlineData("""{"alg":"ES999"}""", EachKey, $"alg 'ES999', which is no signature algorithm of {Kind}, kid 'k'")]
    [InlineData("""{"alg":"RS256"}""", EachKey, $"alg 'RS256', which is no signature algorithm of {Kind}, kid 'k'")]
    [InlineData("""{"alg":"ES384"}""", EachKey, $"alg 'ES384', which is no signature algorithm of {Kind}, kid 'k'")]
    [InlineData(
        """{"alg":"ECDH-ES"}""",
        OneKey,
        $"0 of 1, the first with kid 'k': alg 'ECDH-ES', which is no signature algorithm of {Kind}"
    )]
    [InlineData("""{"alg":"es256"}""", EachKey, $"alg 'es256', which is no signature algorithm of {Kind}, kid 'k'")]
    public async Task Key_that_can_never_verify_is_refused_to_devices_and_to_operators(
        string members,
        string expected,
        string seen
    )
    {
        await using var lab = await TestLab.StartAsync();
        var key = Key(members);

        var answer = await RegisterAsync(lab, key);
        var error = Assert.Throws<InvalidRegistrationException>(() =>
            lab.Server.Clients.Register(TestClients.WithKeys("c", null, Parsed(key)))
        );

        AssertRefused(answer, expected, seen);
        Assert.Equal(
            $"Client 'c': expected {expected}, found {seen} ({Rules.RegisteredKeyUse.Specification}).",
            error.Message
        );
    }

    [Theory]
    [InlineData("""{"use":"sig"}""")]
    [InlineData("""{"key_ops":["verify"]}""")]
    [InlineData("""{"key_ops":["sign","verify"],"use":"sig","alg":"ES256"}""")]
    public async Task Key_that_says_it_is_for_signatures_is_registered(string members)
    {
        await using var lab = await TestLab.StartAsync();

        Assert.Equal(201, (await RegisterAsync(lab, Key(members))).Status);
    }

    [Theory]
    [InlineData("""{"use":"enc"}""", 201)]
    [InlineData("""{"use":"enc","alg":"ECDH-ES"}""", 201)]
    [InlineData("""{"alg":"ECDH-ES+A256KW"}""", 201)]
    [InlineData("""{"key_ops":["deriveBits"]}""", 201)]
    [InlineData("""{"key_ops":["sign"]}""", 400)]
    [InlineData("""{"alg":"ES999"}""", 400)]
    public async Task Beside_a_key_for_signatures_may_stand_one_for_encryption_and_no_mistake(
        string members,
        int status
    )
    {
        await using var lab = await TestLab.StartAsync();

        Assert.Equal(status, (await RegisterAsync(lab, Key("{}"), Key(members))).Status);
    }

    [Fact]
    public async Task Key_for_another_algorithm_than_the_registered_one_is_refused()
    {
        await using var lab = await TestLab.StartAsync();

        var answer = await RegisterWithAsync(lab, """ "token_endpoint_auth_signing_alg":"RS256", """, Key("{}"));

        AssertRefused(
            answer,
            "a key in jwks for RS256",
            $"0 of 1, the first with kid 'k': {Kind}, which 'RS256' does not use"
        );
    }

    [Fact]
    public async Task Device_whose_algorithm_the_server_does_not_take_is_refused_and_a_client_of_the_operator_is_theirs()
    {
        await using var lab = await TestLab.StartAsync(
            (_, options) =>
                options with
                {
                    Assertions = options.Assertions with { AssertionAlgorithms = ["PS256", "HS256"] },
                }
        );

        AssertRefused(
            await RegisterAsync(lab, Key("{}")),
            "a key in jwks for PS256",
            $"0 of 1, the first with kid 'k': {Kind}, which 'PS256' does not use"
        );
        var named = await RegisterWithAsync(lab, """ "token_endpoint_auth_signing_alg":"ES256", """, Key("{}"));
        Assert.Equal((400, Rules.RegisteredAlg.Name), (named.Status, named.Exchange.Trace.Failure?.Check));
        Assert.NotNull(lab.Server.Clients.Find(TestClients.Signer));
    }

    [Fact]
    public void Key_of_an_attester_that_verifies_nothing_ends_the_start()
    {
        var attester = new ClientAttester
        {
            Issuer = "https://attester.example",
            Keys = new JwkSet { Keys = [Jwk.FromPublicKey(_key) with { Kid = "k", Use = "enc" }] },
        };

        var error = Assert.Throws<InvalidOptionException>(() =>
            TrustedKeys.Require("ClientAttesters", attester.Issuer, attester.Keys, 2048)
        );

        Assert.Equal(
            "ClientAttesters: 'https://attester.example' has a key with use 'enc', not for signatures, kid 'k'.",
            error.Message
        );
    }

    private static void AssertRefused(TestAnswer answer, string expected, string seen)
    {
        Assert.Equal((400, RegistrationErrors.InvalidClientMetadata), (answer.Status, answer.Error().Error));
        Assert.Equal(
            (Rules.RegisteredKeyUse.Name, expected, seen),
            (
                answer.Exchange.Trace.Failure!.Check,
                answer.Exchange.Trace.Failure.Expected,
                answer.Exchange.Trace.Failure.Seen
            )
        );
    }

    private static Task<TestAnswer> RegisterAsync(TestLab lab, params IReadOnlyList<string> keys) =>
        RegisterWithAsync(lab, "", keys);

    private static async Task<TestAnswer> RegisterWithAsync(
        TestLab lab,
        string members,
        params IReadOnlyList<string> keys
    )
    {
        using var registrant = new Registrant(lab);
        return await registrant.RegisterAsync(
            $$$"""{{{{members}}}"token_endpoint_auth_method":"private_key_jwt","jwks":{"keys":[{{{string.Join(',', keys)}}}]}}"""
        );
    }

    private string Key(string members)
    {
        var key = JsonNode.Parse(TestProof.PublicMembers(_key).GetRawText())!.AsObject();
        key["kid"] = "k";
        foreach (var (name, value) in JsonNode.Parse(members)!.AsObject())
        {
            key[name] = value?.DeepClone();
        }

        return key.ToJsonString();
    }

    private static Jwk Parsed(string json) =>
        System.Text.Json.JsonSerializer.Deserialize(json, ProtocolJson.Default.Jwk)!;
}
