using System.Text.Json;
using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Tests.Lab;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Tests;

/// <summary>
/// The clock is set forward, other requests come, and the clock is set back: what was used up or taken back before stays so, and what
/// is new is good.
/// </summary>
public sealed class ClockSetBackTests
{
    [Fact]
    public async Task Spent_assertion_stays_spent()
    {
        await using var lab = await TestLab.StartAsync();
        var call = TestCall.Asserting(lab.SignedAssertion(TestClients.Signer));
        (await lab.SendAsync(call)).AssertIssued();

        await SetForwardAndBackAsync(lab);

        (await lab.SendAsync(call)).AssertInvalidClient(Rules.JtiUnused.Name);
        (await lab.SendAsync(TestCall.Asserting(lab.SignedAssertion(TestClients.Signer)))).AssertIssued();
    }

    // Two others are used meanwhile, so the first is forgotten: what expires when it did is refused, since it may be that one.
    [Fact]
    public async Task What_the_server_no_longer_remembers_is_not_good_again()
    {
        await using var lab = await TestLab.StartAsync((_, o) => o with { Limits = new() { RememberedUseLimit = 1 } });
        var call = TestCall.Asserting(lab.SignedAssertion(TestClients.Signer));
        (await lab.SendAsync(call)).AssertIssued();
        var token = (await lab.SendAsync(Basic(lab))).AssertIssued().AccessToken;
        Assert.Equal(200, (await lab.SendAsync(Basic(lab).At("/revoke").And("token", token))).Status);

        await SetForwardAndBackAsync(lab);
        await SetForwardAndBackAsync(lab);

        (await lab.SendAsync(call)).AssertInvalidClient(Rules.JtiUnused.Name);
        (await lab.SendAsync(TestCall.Bearing(token))).AssertChallenged(401, "invalid_token", Rules.TokenLive.Name);
    }

    [Fact]
    public async Task Spent_proof_stays_spent()
    {
        await using var lab = await TestLab.StartAsync();
        var call = await ProvingAsync(lab);
        Assert.Equal(200, (await lab.SendAsync(call)).Status);

        await SetForwardAndBackAsync(lab);

        var replayed = await lab.SendAsync(call);
        Assert.Equal(Rules.DpopJtiUnused.Name, replayed.Exchange.Trace.Failure?.Check);
        Assert.Equal(200, (await lab.SendAsync(await ProvingAsync(lab))).Status);
    }

    [Fact]
    public async Task Revoked_token_stays_dead()
    {
        await using var lab = await TestLab.StartAsync();
        var token = (await lab.SendAsync(Basic(lab))).AssertIssued().AccessToken;
        Assert.Equal(200, (await lab.SendAsync(Basic(lab).At("/revoke").And("token", token))).Status);

        await SetForwardAndBackAsync(lab);

        (await lab.SendAsync(TestCall.Bearing(token))).AssertChallenged(401, "invalid_token", Rules.TokenLive.Name);
    }

    [Fact]
    public async Task Token_that_was_revoked_after_its_end_does_not_come_to_life()
    {
        await using var lab = await TestLab.StartAsync();
        var (own, foreign) = (
            (await lab.SendAsync(Basic(lab))).AssertIssued().AccessToken,
            (await lab.SendAsync(TestCall.Post(TestClients.Post, lab.Clients.Secret))).AssertIssued().AccessToken
        );
        var start = lab.Clock.GetUtcNow();
        lab.Clock.AdjustTime(start.AddDays(1));
        foreach (var token in new[] { own, foreign })
        {
            var answer = await lab.SendAsync(Basic(lab).At("/revoke").And("token", token));
            Assert.Equal((200, Rules.TokenLifetime.Name), (answer.Status, answer.Exchange.Trace.Failure?.Check));
        }

        lab.Clock.AdjustTime(start);

        (await lab.SendAsync(TestCall.Bearing(own))).AssertChallenged(401, "invalid_token", Rules.TokenLive.Name);
        Assert.Equal(200, (await lab.SendAsync(TestCall.Bearing(foreign))).Status);
    }

    [Fact]
    public async Task Initial_access_token_stays_spent()
    {
        await using var lab = await TestLab.StartAsync();
        using var registrant = new Registrant(lab);
        var token = await registrant.InitialTokenAsync();
        Assert.Equal(201, (await registrant.RegisterAsync("{}", token)).Status);

        await SetForwardAndBackAsync(lab);

        var again = await registrant.RegisterAsync("{}", token);
        Assert.Equal((401, Rules.TokenLive.Name), (again.Status, again.Exchange.Trace.Failure?.Check));
    }

    [Fact]
    public async Task Nonce_of_a_later_time_is_replaced_and_not_good_for_longer()
    {
        await using var lab = await TestLab.StartAsync();
        var start = lab.Clock.GetUtcNow();
        lab.Clock.AdjustTime(start.AddDays(1));
        var later = await NonceAsync(lab);

        lab.Clock.AdjustTime(start);

        var answer = await lab.SendAsync(Proving(lab, later));
        Assert.Equal(Rules.DpopNonce.Name, answer.Exchange.Trace.Failure?.Check);
        Assert.Equal("use_dpop_nonce", answer.Error().Error);
        Assert.Equal(200, (await lab.SendAsync(Proving(lab, answer.Header(ProofHeaders.DpopNonce)))).Status);
    }

    [Fact]
    public async Task Pushed_request_that_was_taken_stays_taken_and_one_that_was_not_is_there_for_its_lifetime()
    {
        await using var lab = await TestLab.StartAsync();
        var (taken, waiting) = (await PushAsync(lab), await PushAsync(lab));
        var pushed = lab.Server.PushedAuthorizationRequests;
        Assert.NotNull(await pushed.TakeAsync(TestClients.Basic, taken));
        var start = lab.Clock.GetUtcNow();
        lab.Clock.AdjustTime(start.AddDays(1));
        var later = await PushAsync(lab);

        lab.Clock.AdjustTime(start);

        Assert.Null(await pushed.TakeAsync(TestClients.Basic, taken));
        Assert.Null(await pushed.TakeAsync(TestClients.Basic, later));
        Assert.NotNull(await pushed.TakeAsync(TestClients.Basic, waiting));
    }

    private static async Task SetForwardAndBackAsync(TestLab lab)
    {
        var start = lab.Clock.GetUtcNow();
        lab.Clock.AdjustTime(start.AddHours(1));
        (await lab.SendAsync(TestCall.Asserting(lab.SignedAssertion(TestClients.Signer)))).AssertIssued();
        var token = (await lab.SendAsync(Basic(lab))).AssertIssued().AccessToken;
        await lab.SendAsync(Basic(lab).At("/revoke").And("token", token));
        lab.Clock.AdjustTime(start);
    }

    private static TestCall Basic(TestLab lab) => TestCall.Basic(TestClients.Basic, lab.Clients.Secret);

    private static async Task<TestCall> ProvingAsync(TestLab lab) => Proving(lab, await NonceAsync(lab));

    private static TestCall Proving(TestLab lab, string? nonce) =>
        Basic(lab)
            .WithHeader(
                ProofHeaders.Dpop,
                TestProof.Sign(lab.Clients.Key, lab.Server.Metadata.TokenEndpoint, lab.Clock.GetUtcNow(), nonce)
            );

    private static async Task<string?> NonceAsync(TestLab lab) =>
        (await lab.SendAsync(new TestCall { Path = "/challenge", RawBody = "" })).Header(ProofHeaders.DpopNonce);

    private static async Task<string> PushAsync(TestLab lab)
    {
        var call = Basic(lab)
            .At("/par")
            .And("response_type", "code")
            .And("client_id", TestClients.Basic)
            .And("redirect_uri", "https://app.example/callback")
            .And("code_challenge", new string('a', 43))
            .And("code_challenge_method", "S256");
        var answer = await lab.SendAsync(call);
        return JsonDocument.Parse(answer.Body).RootElement.GetProperty("request_uri").GetString()!;
    }
}
