using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Tests.Lab;

namespace ClientAuth.MockServer.Tests.Tokens;

/// <summary>How a client takes its token back, and nobody else's (RFC 7009).</summary>
public sealed class RevocationTests
{
    [Fact]
    public async Task Revoked_token_is_dead_at_once_at_the_resource_and_to_introspection()
    {
        await using var lab = await TestLab.StartAsync();
        var token = await IssueAsync(lab);
        Assert.Equal(200, (await lab.SendAsync(TestCall.Bearing(token))).Status);

        AssertDone(await lab.SendAsync(Revoke(lab, token)), failing: null);

        var introspected = await lab.SendAsync(Basic(lab).At("/introspect").And("token", token));
        (await lab.SendAsync(TestCall.Bearing(token))).AssertChallenged(401, "invalid_token", Rules.TokenLive.Name);
        Assert.Equal("""{"active":false}""", introspected.Body);
        Assert.Equal(Rules.TokenLive.Name, introspected.Exchange.Trace.Failure?.Check);
        AssertDone(await lab.SendAsync(Revoke(lab, token)), Rules.TokenLive.Name);
    }

    [Fact]
    public async Task Other_tokens_of_the_client_live_on()
    {
        await using var lab = await TestLab.StartAsync();
        var (first, second) = (await IssueAsync(lab), await IssueAsync(lab));

        AssertDone(await lab.SendAsync(Revoke(lab, first)), failing: null);

        Assert.Equal(200, (await lab.SendAsync(TestCall.Bearing(second))).Status);
    }

    [Fact]
    public async Task Token_of_another_client_is_refused_and_lives_on()
    {
        await using var lab = await TestLab.StartAsync();
        var token = await IssueAsync(lab);
        var call = TestCall.Asserting(lab.SignedAssertion(TestClients.Signer)).At("/revoke");

        var answer = await lab.SendAsync(call.And("token", token));

        answer.AssertRefused(400, "invalid_grant", Rules.TokenOwner.Name);
        Assert.Equal(200, (await lab.SendAsync(TestCall.Bearing(token))).Status);
        // Nor has the refusal spent the assertion.
        AssertDone(await lab.SendAsync(call.And("token", "garbage")), Rules.TokenFormat.Name);
        (await lab.SendAsync(call.And("token", "garbage"))).AssertInvalidClient(Rules.JtiUnused.Name);
    }

    [Theory]
    [InlineData("access_token")]
    [InlineData("refresh_token")]
    [InlineData("no-such-type")]
    public async Task Hint_changes_nothing(string hint)
    {
        await using var lab = await TestLab.StartAsync();
        var token = await IssueAsync(lab);

        AssertDone(await lab.SendAsync(Revoke(lab, token).And("token_type_hint", hint)), failing: null);

        (await lab.SendAsync(TestCall.Bearing(token))).AssertChallenged(401, "invalid_token", Rules.TokenLive.Name);
    }

    [Fact]
    public async Task Request_without_a_token_is_refused()
    {
        await using var lab = await TestLab.StartAsync();

        (await lab.SendAsync(Basic(lab).At("/revoke"))).AssertInvalidRequest(Rules.TokenParameter.Name);
    }

    [Fact]
    public async Task Stranger_revokes_nothing()
    {
        await using var lab = await TestLab.StartAsync();
        var token = await IssueAsync(lab);

        var answer = await lab.SendAsync(TestCall.Basic(TestClients.Basic, "wrong").At("/revoke").And("token", token));

        answer.AssertInvalidClient(Rules.SecretValue.Name);
        Assert.Equal(200, (await lab.SendAsync(TestCall.Bearing(token))).Status);
    }

    private static TestCall Basic(TestLab lab) => TestCall.Basic(TestClients.Basic, lab.Clients.Secret);

    private static TestCall Revoke(TestLab lab, string token) => Basic(lab).At("/revoke").And("token", token);

    private static async Task<string> IssueAsync(TestLab lab) =>
        (await lab.SendAsync(Basic(lab))).AssertIssued().AccessToken;

    private static void AssertDone(TestAnswer answer, string? failing)
    {
        Assert.Equal((200, ""), (answer.Status, answer.Body));
        Assert.Equal(failing, answer.Exchange.Trace.Failure?.Check);
        answer.AssertNotStored();
    }
}
