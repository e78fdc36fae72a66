using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Tests.Lab;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Tests.Assertions;

/// <summary>What both JWT methods have in common: header, claims and form of an assertion.</summary>
public sealed class AssertionTests(SharedLab shared) : IClassFixture<SharedLab>
{
    private static readonly string[] Clients = [TestClients.Mac, TestClients.Signer];

    private static readonly Dictionary<string, Action<TestAssertion, long>> Good = new()
    {
        ["typ client-authentication+jwt"] = (a, _) => a.Header["typ"] = "client-authentication+jwt",
        ["typ with its whole media type"] = (a, _) => a.Header["typ"] = "application/client-authentication+jwt",
        ["typ JWT"] = (a, _) => a.Header["typ"] = "JWT",
        ["aud an array of one"] = (a, _) => a.Claims["aud"] = new[] { a.Claims["aud"] },
        ["exp within the skew"] = (a, now) => a.Claims["exp"] = now - 9,
        ["exp with a fraction"] = (a, now) => a.Claims["exp"] = now + 30.5,
        ["nbf eight seconds ahead"] = (a, now) => a.Claims["nbf"] = now + 8,
        ["iat eight seconds ahead"] = (a, now) => a.Claims["iat"] = now + 8,
        ["no iat"] = (a, _) => a.Claims.Remove("iat"),
        ["an unknown claim"] = (a, _) => a.Claims["https://example.com/x"] = new { y = 1 },
    };

    public static TheoryData<string, string> GoodCases() => ForEachClient(Good.Keys);

    public static TheoryData<string, string> WrongCases() => ForEachClient(WrongAssertions.ByName.Keys);

    public static TheoryData<string, string> Malformed() =>
        new()
        {
            { "garbage", "garbage" },
            { "two segments", "e30.e30" },
            { "four segments", "e30.e30.AA.AA" },
            { "padding", "e30=.e30.AA" },
            { "white space", "e30 .e30.AA" },
            { "spare bits", "e30.e30.AB" },
            { "a header that is null", $"{TestAssertion.Encode("null")}.e30.AA" },
            { "a header that is an array", $"{TestAssertion.Encode("[]")}.e30.AA" },
            { "a header that is not UTF-8", "_w.e30.AA" },
            { "a name twice", $"{TestAssertion.Encode("""{"alg":"ES256","alg":"none"}""")}.e30.AA" },
            { "a claim twice", $"e30.{TestAssertion.Encode("""{"iss":"a","iss":"b"}""")}.AA" },
            { "half a character in a claim", $"e30.{TestAssertion.Encode("""{"iss":"\ud800"}""")}.AA" },
            { "half a character in a name", $"e30.{TestAssertion.Encode("""{"\ud800":1}""")}.AA" },
            { "half a character inside an array", $"{TestAssertion.Encode("""{"x":["\udc00"]}""")}.e30.AA" },
            { "JSON serialization", """{"payload":"e30","protected":"e30","signature":"AA"}""" },
        };

    [Theory]
    [MemberData(nameof(GoodCases))]
    public async Task Good_variant_is_accepted(string client, string name)
    {
        var lab = shared.Lab;
        var assertion = lab.Assertion(client);
        Good[name](assertion, lab.Clock.GetUtcNow().ToUnixTimeSeconds());

        (await lab.SendAsync(TestCall.Asserting(lab.Sign(client, assertion)))).AssertIssued();
    }

    [Theory]
    [MemberData(nameof(WrongCases))]
    public async Task Wrong_assertion_is_refused_and_stays_unspent(string client, string name)
    {
        var wrong = WrongAssertions.ByName[name];
        var lab = shared.Lab;
        var assertion = lab.Assertion(client);
        var good = lab.Sign(client, assertion);
        wrong.Spoil(assertion, lab.Clock.GetUtcNow().ToUnixTimeSeconds());

        var call = TestCall.Asserting(lab.Sign(client, assertion)).And(TokenParameters.ClientId, client);

        (await lab.SendAsync(call)).AssertInvalidClient(wrong.Check);
        (await lab.SendAsync(TestCall.Asserting(good))).AssertIssued();
    }

    [Theory]
    [MemberData(nameof(Malformed))]
    public async Task Malformed_assertion_is_refused(string name, string assertion)
    {
        var lab = shared.Lab;

        var answer = await lab.SendAsync(TestCall.Asserting(assertion).And(TokenParameters.ClientId, "signer"));

        Assert.NotEmpty(name);
        answer.AssertInvalidClient(Rules.AssertionFormat.Name);
    }

    [Fact]
    public async Task Two_assertions_in_one_parameter_are_refused()
    {
        var lab = shared.Lab;
        var both = $"{lab.SignedAssertion(TestClients.Signer)} {lab.SignedAssertion(TestClients.Signer)}";

        (await lab.SendAsync(TestCall.Asserting(both))).AssertInvalidClient(Rules.AssertionFormat.Name);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("urn:ietf:params:oauth:client-assertion-type:saml2-bearer")]
    [InlineData("jwt-bearer")]
    public async Task Other_assertion_types_are_refused(string? type)
    {
        var lab = shared.Lab;
        var call = TestCall.Asserting(lab.SignedAssertion(TestClients.Signer));
        var changed = call.Without(TokenParameters.ClientAssertionType);

        var answer = await lab.SendAsync(
            type is null ? changed : changed.And(TokenParameters.ClientAssertionType, type)
        );

        answer.AssertInvalidRequest(Rules.AssertionType.Name);
    }

    [Fact]
    public async Task Type_without_an_assertion_is_refused()
    {
        var lab = shared.Lab;
        var call = TestCall.With(TokenParameters.ClientAssertionType, ClientAssertionTypes.JwtBearer);

        (await lab.SendAsync(call)).AssertInvalidRequest(Rules.AssertionType.Name);
    }

    [Fact]
    public async Task Parameter_client_id_must_be_the_subject()
    {
        var lab = shared.Lab;
        var call = TestCall.Asserting(lab.SignedAssertion(TestClients.Signer));

        (await lab.SendAsync(call.And(TokenParameters.ClientId, TestClients.OtherSigner))).AssertInvalidClient(
            Rules.ClientIdAgrees.Name
        );
    }

    [Fact]
    public async Task Issuer_and_subject_of_two_real_clients_are_refused()
    {
        var lab = shared.Lab;
        var assertion = lab.Assertion(TestClients.Signer);
        assertion.Claims["iss"] = TestClients.OtherSigner;

        var answer = await lab.SendAsync(TestCall.Asserting(lab.Sign(TestClients.Signer, assertion)));

        answer.AssertInvalidClient(Rules.Iss.Name);
    }

    private static TheoryData<string, string> ForEachClient(IEnumerable<string> names)
    {
        var data = new TheoryData<string, string>();
        foreach (var name in names)
        {
            foreach (var client in Clients)
            {
                data.Add(client, name);
            }
        }

        return data;
    }
}
