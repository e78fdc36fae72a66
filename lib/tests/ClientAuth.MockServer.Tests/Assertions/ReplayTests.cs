using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Jwt;
using ClientAuth.MockServer.Tests.Lab;

namespace ClientAuth.MockServer.Tests.Assertions;

/// <summary>An assertion is good once (RFC 7523 §3, OpenID Connect Core §9).</summary>
public sealed class ReplayTests
{
    [Theory]
    [InlineData(TestClients.Mac)]
    [InlineData(TestClients.Signer)]
    public async Task Second_use_is_refused(string client)
    {
        await using var lab = await TestLab.StartAsync();
        var call = TestCall.Asserting(lab.SignedAssertion(client));

        (await lab.SendAsync(call)).AssertIssued();

        (await lab.SendAsync(call)).AssertInvalidClient(Rules.JtiUnused.Name);
    }

    [Fact]
    public async Task Two_servers_of_one_issuer_refuse_the_replay_only_where_they_share_what_is_spent()
    {
        await using var lab = await TestLab.StartAsync();
        var options = lab.Options() with { Issuer = lab.Server.Issuer };
        var shared = new ReplayCache(lab.Clock);
        await using var first = await StartAsync(options with { ReplayCache = shared });
        await using var second = await StartAsync(options with { ReplayCache = shared });
        await using var alone = await StartAsync(options);
        var call = TestCall.Asserting(lab.SignedAssertion(TestClients.Signer));

        Assert.Null(await PostAsync(first));
        Assert.Equal(Rules.JtiUnused.Name, await PostAsync(second));
        // What sharing is for: a server that keeps its own store knows nothing of the first use.
        Assert.Null(await PostAsync(alone));

        static Task<MockAuthorizationServer> StartAsync(AuthorizationServerOptions options) =>
            MockAuthorizationServer.StartAsync(options, TestContext.Current.CancellationToken);

        async Task<string?> PostAsync(MockAuthorizationServer server)
        {
            using var client = lab.NewClient();
            using var response = await client.PostAsync(
                server.Metadata.TokenEndpoint,
                call.Body(),
                TestContext.Current.CancellationToken
            );
            return server.Exchanges.Last!.Trace.Failure?.Check;
        }
    }

    [Fact]
    public async Task Of_64_parallel_copies_exactly_one_gets_a_token()
    {
        await using var lab = await TestLab.StartAsync();
        var call = TestCall.Asserting(lab.SignedAssertion(TestClients.Signer));
        using var client = lab.NewClient();

        var responses = await Task.WhenAll(
            Enumerable
                .Range(0, 64)
                .Select(_ =>
                    client.PostAsync(
                        lab.Server.Metadata.TokenEndpoint,
                        call.Body(),
                        TestContext.Current.CancellationToken
                    )
                )
        );

        Assert.Equal(1, responses.Count(response => (int)response.StatusCode == 200));
        Assert.Equal(63, responses.Count(response => (int)response.StatusCode == 401));
        Assert.Equal(63, lab.Server.Exchanges.Snapshot().Count(e => e.Trace.Failure?.Check == Rules.JtiUnused.Name));
    }

    [Fact]
    public async Task Same_jti_of_two_clients_is_good_for_both()
    {
        await using var lab = await TestLab.StartAsync();
        foreach (var client in new[] { TestClients.Signer, TestClients.OtherSigner })
        {
            var assertion = lab.Assertion(client);
            assertion.Claims["jti"] = "one";

            (await lab.SendAsync(TestCall.Asserting(lab.Sign(client, assertion)))).AssertIssued();
        }
    }

    [Fact]
    public async Task Bad_audience_leaves_the_jti_unspent()
    {
        await using var lab = await TestLab.StartAsync();
        var assertion = lab.Assertion(TestClients.Signer);
        var issuer = assertion.Claims["aud"];

        assertion.Claims["aud"] = "https://other.example";
        var bad = await lab.SendAsync(TestCall.Asserting(lab.Sign(TestClients.Signer, assertion)));
        assertion.Claims["aud"] = issuer;
        var good = await lab.SendAsync(TestCall.Asserting(lab.Sign(TestClients.Signer, assertion)));

        bad.AssertInvalidClient(Rules.Aud.Name);
        good.AssertIssued();
    }

    [Fact]
    public async Task Refused_scope_leaves_the_jti_unspent()
    {
        await using var lab = await TestLab.StartAsync();
        var call = TestCall.Asserting(lab.SignedAssertion(TestClients.Signer));

        var refused = await lab.SendAsync(call.And("scope", "admin"));

        refused.AssertRefused(400, "invalid_scope", Rules.ScopeAllowed.Name);
        (await lab.SendAsync(call)).AssertIssued();
    }

    [Fact]
    public async Task Replay_within_the_skew_after_expiry_is_still_refused()
    {
        await using var lab = await TestLab.StartAsync();
        var call = TestCall.Asserting(lab.SignedAssertion(TestClients.Signer));
        (await lab.SendAsync(call)).AssertIssued();

        // The assertion lives for a minute, and the skew is ten seconds.
        lab.Clock.Advance(TimeSpan.FromSeconds(68));
        (await lab.SendAsync(call)).AssertInvalidClient(Rules.JtiUnused.Name);

        lab.Clock.Advance(TimeSpan.FromSeconds(2));
        (await lab.SendAsync(call)).AssertInvalidClient(Rules.Exp.Name);
    }
}
