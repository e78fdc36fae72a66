using ClientAuth.MockServer.Checks;
using ClientAuth.Protocol;

namespace ClientAuth.MockServer.Tests.KeySets;

/// <summary>When a client's key set is fetched, by how many requests, and what the trace says about it.</summary>
public sealed class ClientKeySetCacheTests
{
    [Fact]
    public async Task Nothing_is_fetched_before_it_is_needed_and_once_is_enough()
    {
        await using var lab = await KeyHostLab.StartAsync();
        Assert.Equal(0, lab.Host.Requests);

        (await lab.SendAsync()).AssertIssued();
        var second = await lab.SendAsync();

        second.AssertIssued();
        Assert.Equal(1, lab.Host.Requests);
        Assert.Equal($"1 key, fetched at {lab.Lab.Clock.GetUtcNow():u}", Line(second));
    }

    [Fact]
    public async Task Requests_at_the_same_time_share_one_fetch()
    {
        await using var lab = await KeyHostLab.StartAsync();
        var release = new TaskCompletionSource();
        lab.Host.Answer = lab.Host.Answer.HeldUntil(release.Task);

        var waiting = Enumerable.Range(0, 20).Select(_ => lab.SendAsync()).ToList();
        release.SetResult();

        Assert.All(await Task.WhenAll(waiting), answer => answer.AssertIssued());
        Assert.Equal(1, lab.Host.Requests);
    }

    [Fact]
    public async Task A_host_that_has_failed_is_not_asked_again_before_the_interval_is_over()
    {
        await using var lab = await KeyHostLab.StartAsync();
        var good = lab.Host.Answer;
        lab.Host.Answer = JwksResponse.Failing(503);

        (await lab.SendAsync()).AssertInvalidClient(Rules.KeysFetched.Name);
        lab.Host.Answer = good;
        var tooSoon = await lab.SendAsync();
        lab.Lab.Clock.Advance(TimeSpan.FromSeconds(30));

        tooSoon.AssertInvalidClient(Rules.KeysFetched.Name);
        Assert.StartsWith("status 503, not asked again before ", Line(tooSoon), StringComparison.Ordinal);
        (await lab.SendAsync()).AssertIssued();
        Assert.Equal(2, lab.Host.Requests);
    }

    [Fact]
    public async Task A_set_that_cannot_be_fetched_again_stays_good_and_the_trace_says_so()
    {
        await using var lab = await KeyHostLab.StartAsync();
        (await lab.SendAsync()).AssertIssued();
        lab.Host.Answer = JwksResponse.Failing(500);
        lab.Lab.Clock.Advance(TimeSpan.FromSeconds(30));

        var unknown = await lab.SendAsync("unknown");
        var known = await lab.SendAsync();

        unknown.AssertInvalidClient(Rules.Key.Name);
        Assert.EndsWith("; asked again: status 500", Line(unknown), StringComparison.Ordinal);
        known.AssertIssued();
    }

    [Fact]
    public async Task Another_address_is_another_set()
    {
        await using var lab = await KeyHostLab.StartAsync();
        (await lab.SendAsync()).AssertIssued();
        var client = lab.Lab.Server.Clients.Find(KeyHostLab.Client)!;
        lab.Host.Publish();

        lab.Lab.Server.Clients.Replace(client with { Scope = "write" });
        (await lab.SendAsync()).AssertIssued();
        lab.Lab.Server.Clients.Replace(client with { JwksUri = lab.Host.Origin + "/other" });

        (await lab.SendAsync()).AssertInvalidClient(Rules.Key.Name);
        Assert.Equal(2, lab.Host.Requests);
    }

    [Fact]
    public async Task Keys_that_break_a_rule_are_named_in_the_trace()
    {
        await using var lab = await KeyHostLab.StartAsync();
        var key = Jwk.FromPublicKey(lab.Key);
        lab.Host.Publish(key, key with { Kid = "a", Use = "enc" }, key with { Kid = "b", Y = key.X });

        var answer = await lab.SendAsync();

        answer.AssertIssued();
        Assert.Equal(
            "1 key, 2 ignored (a key with use 'enc', not for signatures, kid 'a'; a key that is no valid EC key, kid 'b'), just fetched",
            Line(answer)
        );
    }

    private static string Line(Lab.TestAnswer answer) =>
        answer.Exchange.Trace.Decisions.Single(decision => decision.Check == Rules.KeysFetched.Name).Seen;
}
