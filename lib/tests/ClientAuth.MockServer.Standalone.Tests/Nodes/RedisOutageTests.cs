using System.Security.Cryptography;

namespace ClientAuth.MockServer.Standalone.Tests.Nodes;

/// <summary>Redis goes away, stands still, or comes back with less than it had: no node accepts anything twice, and each says why it refuses.</summary>
public sealed class RedisOutageTests : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly NodeClient _client = new();

    [Fact]
    public async Task A_Redis_that_is_killed_and_started_again_has_lost_nothing_that_it_wrote()
    {
        await using var redis = await RedisServer.StartLosslessAsync();
        await using var one = await NodeInProcess.FirstAsync(redis.Port, _key, _client);
        await using var other = await NodeInProcess.NextAsync(redis.Port, _key, _client);
        var (used, unused) = (_client.TokenRequest(), _client.TokenRequest());
        var token = (await one.TokenAsync(used)).Text("access_token")!;
        Assert.Equal(200, (await RevokeAsync(one, token)).Status);

        var back = Task.WhenAll(one.ReconnectedAsync(), other.ReconnectedAsync());
        await redis.KillAsync();

        (await other.TokenAsync(used)).AssertUnavailable();
        Assert.Equal(
            $"Redis at 127.0.0.1:{redis.Port} is not reachable. Start it, or mend the network; the node connects again by itself.",
            other.LastReason
        );
        (await one.TokenAsync(unused)).AssertUnavailable();

        await redis.RestartAsync();
        await back;

        other.AssertReplay(await other.TokenAsync(used));
        one.AssertReplay(await one.TokenAsync(used));
        Assert.Equal("False", (await IntrospectAsync(other, token)).Text("active"));
        // What was refused before Redis could hear of it is still good, once.
        Assert.Equal(200, (await one.TokenAsync(unused)).Status);
        other.AssertReplay(await other.TokenAsync(unused));
    }

    [Fact]
    public async Task A_Redis_that_comes_back_empty_or_older_accepts_nothing_until_a_person_decides()
    {
        await using var redis = await RedisServer.StartAsync("--appendonly", "yes", "--appendfsync", "everysec");
        await using var one = await NodeInProcess.FirstAsync(redis.Port, _key, _client);
        var used = _client.TokenRequest();
        Assert.Equal(200, (await one.TokenAsync(used)).Status);

        var back = one.ReconnectedAsync();
        await redis.KillAsync();
        await redis.RestartAsync();
        await back;

        (await one.TokenAsync(used)).AssertUnavailable("60");
        Assert.Contains(
            "was started again, and does not write every change to disk before it answers",
            one.LastReason,
            StringComparison.Ordinal
        );
        (await one.TokenAsync(_client.TokenRequest())).AssertUnavailable("60");

        await redis.AskAsync("FLUSHALL");

        (await one.TokenAsync(used)).AssertUnavailable("60");
        Assert.StartsWith(
            $"Redis at 127.0.0.1:{redis.Port} holds nothing of this issuer any more: it has lost its memory. What was used may be forgotten",
            one.LastReason,
            StringComparison.Ordinal
        );

        // A person says that it may go on: for all nodes.
        var place = NodeInProcess.Place(redis.Port, _key) with
        {
            TakesAsItIs = true,
        };
        await using var other = await NodeInProcess.StartAsync(place, _key, _client);
        Assert.Equal(200, (await one.TokenAsync(_client.TokenRequest())).Status);
    }

    [Fact]
    public async Task A_decision_whose_answer_is_late_counts_as_used_and_one_that_Redis_never_heard_of_does_not()
    {
        await using var redis = await RedisServer.StartAsync();
        await using var relay = new Relay(redis.Port);
        await using var one = await NodeInProcess.FirstAsync(relay.Port, _key, _client);
        await using var other = await NodeInProcess.NextAsync(redis.Port, _key, _client);
        var (late, unheard) = (_client.TokenRequest(), _client.TokenRequest());
        // So that the connection has settled.
        Assert.Equal(200, (await one.TokenAsync(_client.TokenRequest())).Status);

        // The first answer says that no client has changed, the second whether the assertion was used.
        relay.HoldAnswers(after: 1);
        (await one.TokenAsync(late)).AssertUnavailable();
        Assert.Equal(
            $"Redis at 127.0.0.1:{relay.Port} did not answer in time. A decision that it was to make counts as refused, and as used. "
                + "Look at the load of Redis and at the network.",
            one.LastReason
        );
        relay.ReleaseAnswers();
        Assert.Equal(200, (await one.TokenAsync(_client.TokenRequest())).Status);

        var back = one.ReconnectedAsync();
        relay.Cut();
        (await one.TokenAsync(unheard)).AssertUnavailable();
        relay.Mend();
        await back;
        Assert.Equal(200, (await one.TokenAsync(_client.TokenRequest())).Status);

        // What Redis has decided stands, though nobody has heard it.
        other.AssertReplay(await other.TokenAsync(late));
        one.AssertReplay(await one.TokenAsync(late));
        Assert.Equal(200, (await other.TokenAsync(unheard)).Status);
        one.AssertReplay(await one.TokenAsync(unheard));
    }

    [Fact]
    public async Task A_Redis_that_stands_still_refuses_within_seconds_and_64_replays_then_give_one_token()
    {
        await using var redis = await RedisServer.StartAsync();
        await using var one = await NodeInProcess.FirstAsync(redis.Port, _key, _client);
        await using var other = await NodeInProcess.NextAsync(redis.Port, _key, _client);
        var request = _client.TokenRequest();

        redis.Freeze();
        var started = TimeProvider.System.GetTimestamp();
        var frozen = await Task.WhenAll(one.TokenAsync(request), other.TokenAsync(request));
        Assert.InRange(TimeProvider.System.GetElapsedTime(started), TimeSpan.Zero, Limit);
        Assert.All(frozen, answer => answer.AssertUnavailable());
        redis.Thaw();
        Assert.Equal(200, (await one.TokenAsync(_client.TokenRequest())).Status);
        Assert.Equal(200, (await other.TokenAsync(_client.TokenRequest())).Status);

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 64).Select(i => (i % 2 == 0 ? one : other).TokenAsync(request))
        );

        // Neither node came as far as to ask for the decision.
        Assert.Single(answers, answer => answer.Status == 200);
        Assert.All(answers.Where(answer => answer.Status != 200), answer => answer.AssertNotAuthenticated());
    }

    public void Dispose()
    {
        _client.Dispose();
        _key.Dispose();
    }

    private Task<NodeAnswer> RevokeAsync(NodeInProcess node, string token) =>
        node.PostAsync(node.Server.Metadata.RevocationEndpoint!, WithToken(token));

    private Task<NodeAnswer> IntrospectAsync(NodeInProcess node, string token) =>
        node.PostAsync(node.Server.Metadata.IntrospectionEndpoint!, WithToken(token));

    private Dictionary<string, string> WithToken(string token) => new(_client.Assertion()) { ["token"] = token };
}
