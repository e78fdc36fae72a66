using System.Text.Json;
using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Tests.Lab;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Tests.Tokens;

/// <summary>What a client is told about a token, and what it is not (RFC 7662).</summary>
public sealed class IntrospectionTests
{
    [Fact]
    public async Task Own_token_is_described_in_full()
    {
        await using var lab = await TestLab.StartAsync();
        var token = await IssueAsync(lab);
        var jwt = DecodedJwt.Parse(token).Payload;
        var now = lab.Clock.GetUtcNow().ToUnixTimeSeconds();

        var answer = await lab.SendAsync(Ask(lab, token));

        Assert.Equal(
            $$"""
            {"active":true,"iss":"{{lab.Server.Issuer}}","sub":"basic","aud":"{{lab.Server.Issuer}}","client_id":"basic","scope":"read write","exp":{{now
                + 300}},"iat":{{now}},"jti":"{{jwt.GetProperty("jti").GetString()}}","token_type":"Bearer"}
            """,
            answer.Body
        );
        answer.AssertNotStored();
        Assert.Null(answer.Exchange.Trace.Failure);
    }

    [Fact]
    public async Task Bound_token_shows_what_it_is_bound_to()
    {
        await using var lab = await TestLab.StartAsync();
        var call = TestCall.Presenting(TestClients.Tls, lab.Clients.Certificate);
        var token = (await lab.SendAsync(call)).AssertIssued().AccessToken;

        var answer = await lab.SendAsync(call.At("/introspect").And("token", token));

        var expected = DecodedJwt.Parse(token).Payload.GetProperty("cnf").GetProperty("x5t#S256").GetString();
        using var json = JsonDocument.Parse(answer.Body);
        Assert.Equal($$"""{"x5t#S256":"{{expected}}"}""", json.RootElement.GetProperty("cnf").GetRawText());
    }

    [Fact]
    public async Task Token_of_another_client_is_inactive_to_a_client_and_active_to_a_resource_server()
    {
        await using var lab = await TestLab.StartAsync(
            (_, options) => options with { Tokens = new() { ResourceServers = [TestClients.Post] } }
        );
        var token = await IssueAsync(lab);
        var assertion = lab.SignedAssertion(TestClients.Signer);

        var stranger = await lab.SendAsync(TestCall.Asserting(assertion).At("/introspect").And("token", token));
        var resource = await lab.SendAsync(
            TestCall.Post(TestClients.Post, lab.Clients.Secret).At("/introspect").And("token", token)
        );

        AssertInactive(stranger, Rules.TokenVisible.Name);
        Assert.StartsWith("""{"active":true,""", resource.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dead_token_is_inactive_and_nothing_else_is_said_of_it()
    {
        await using var lab = await TestLab.StartAsync();
        var token = await IssueAsync(lab);

        AssertInactive(await lab.SendAsync(Ask(lab, "garbage")), Rules.TokenFormat.Name);
        AssertInactive(await lab.SendAsync(Ask(lab, token[..^4] + "AAAA")), Rules.TokenSignature.Name);
        lab.Clock.Advance(TimeSpan.FromMinutes(5));
        AssertInactive(await lab.SendAsync(Ask(lab, token)), Rules.TokenLifetime.Name);
    }

    [Fact]
    public async Task Public_client_proves_nothing_and_is_told_nothing()
    {
        await using var lab = await TestLab.StartAsync();
        var call = TestCall.With(TokenParameters.ClientId, TestClients.Public).At("/introspect");

        var answer = await lab.SendAsync(call.And("token", await IssueAsync(lab)));

        answer.AssertInvalidClient(Rules.ClientConfidential.Name);
    }

    [Fact]
    public async Task Request_without_a_token_is_refused_and_leaves_the_assertion_unspent()
    {
        await using var lab = await TestLab.StartAsync();
        var call = TestCall.Asserting(lab.SignedAssertion(TestClients.Signer)).At("/introspect");

        (await lab.SendAsync(call)).AssertInvalidRequest(Rules.TokenParameter.Name);
        AssertInactive(await lab.SendAsync(call.And("token", "garbage")), Rules.TokenFormat.Name);
        (await lab.SendAsync(call.And("token", "garbage"))).AssertInvalidClient(Rules.JtiUnused.Name);
    }

    [Fact]
    public async Task Wrong_secret_is_challenged_by_the_endpoint_that_was_asked()
    {
        await using var lab = await TestLab.StartAsync();
        var call = TestCall.Basic(TestClients.Basic, "wrong").At("/introspect").And("token", "garbage");

        (await lab.SendAsync(call)).AssertInvalidClient(Rules.SecretValue.Name);
    }

    private static TestCall Ask(TestLab lab, string token) =>
        TestCall.Basic(TestClients.Basic, lab.Clients.Secret).At("/introspect").And("token", token);

    private static async Task<string> IssueAsync(TestLab lab) =>
        (await lab.SendAsync(TestCall.Basic(TestClients.Basic, lab.Clients.Secret))).AssertIssued().AccessToken;

    // The trace says why; the answer does not.
    private static void AssertInactive(TestAnswer answer, string check)
    {
        Assert.Equal((200, """{"active":false}"""), (answer.Status, answer.Body));
        Assert.Equal(check, answer.Exchange.Trace.Failure?.Check);
        answer.AssertNotStored();
    }
}
