using System.Globalization;
using System.Security.Cryptography;
using ClientAuth.SharedState;
using ClientAuth.SharedState.Redis;
using Microsoft.Extensions.Time.Testing;

namespace ClientAuth.MockServer.Standalone.Tests.Nodes;

/// <summary>A node starts with a Redis that remembers, and with no other unless a person says so.</summary>
public sealed class RedisTrustTests : IDisposable
{
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    [Fact]
    public async Task An_empty_Redis_is_fine_for_a_new_key_and_refused_for_an_old_one()
    {
        await using var redis = await RedisServer.StartAsync();
        var place = NodeInProcess.Place(redis.Port, _key);

        var refused = await RefusalAsync(place);
        Assert.StartsWith(
            $"Redis at 127.0.0.1:{redis.Port} holds nothing of this issuer, though its signing key is not new: ",
            refused,
            StringComparison.Ordinal
        );
        Assert.Contains("--redis-as-it-is", refused, StringComparison.Ordinal);

        await AcceptAsync(place with { IsNew = true });
        await AcceptAsync(place);
        await redis.AskAsync("FLUSHALL");
        Assert.Equal(refused, await RefusalAsync(place));
        await AcceptAsync(place with { TakesAsItIs = true });
        await AcceptAsync(place);
    }

    [Fact]
    public async Task A_Redis_that_was_started_again_is_refused_unless_it_wrote_every_change_to_disk()
    {
        await using var forgetful = await RedisServer.StartAsync("--appendonly", "yes", "--appendfsync", "everysec");
        await using var hasty = await RedisServer.StartAsync(
            "--appendonly",
            "yes",
            "--appendfsync",
            "always",
            "--no-appendfsync-on-rewrite",
            "yes"
        );
        await using var lossless = await RedisServer.StartLosslessAsync();
        foreach (var redis in new[] { forgetful, hasty, lossless })
        {
            await AcceptAsync(NodeInProcess.Place(redis.Port, _key) with { IsNew = true });
            await redis.KillAsync();
            await redis.RestartAsync();
        }

        await AcceptAsync(NodeInProcess.Place(lossless.Port, _key));
        Assert.Contains(
            "was started again, and did not write every change to disk",
            await RefusalAsync(NodeInProcess.Place(hasty.Port, _key)),
            StringComparison.Ordinal
        );
        var place = NodeInProcess.Place(forgetful.Port, _key);
        Assert.StartsWith(
            $"Redis at 127.0.0.1:{forgetful.Port} was started again, and did not write every change to disk before it answered "
                + "(appendonly yes, appendfsync always, no-appendfsync-on-rewrite no). What was used may be forgotten",
            await RefusalAsync(place),
            StringComparison.Ordinal
        );
        await AcceptAsync(place with { TakesAsItIs = true });
        await AcceptAsync(place);
    }

    [Fact]
    public async Task After_a_lossless_restart_a_node_with_another_time_is_still_refused()
    {
        await using var redis = await RedisServer.StartLosslessAsync();
        await AcceptAsync(NodeInProcess.Place(redis.Port, _key) with { IsNew = true });
        await redis.KillAsync();
        await redis.RestartAsync();
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow().AddMinutes(-5));

        Assert.StartsWith(
            $"Redis at 127.0.0.1:{redis.Port} was asked by a node whose clock is -00:0",
            await RefusalAsync(NodeInProcess.Place(redis.Port, _key, clock)),
            StringComparison.Ordinal
        );
        await AcceptAsync(NodeInProcess.Place(redis.Port, _key));
    }

    [Fact]
    public async Task A_part_of_a_cluster_is_refused()
    {
        await using var redis = await RedisServer.StartAsync(
            "--cluster-enabled",
            "yes",
            "--cluster-port",
            FreePorts.Pair().First.ToString(CultureInfo.InvariantCulture)
        );

        Assert.Equal(
            $"Redis at 127.0.0.1:{redis.Port} is a part of a cluster. Nodes need one Redis by itself (cluster-enabled no).",
            await RefusalAsync(NodeInProcess.Place(redis.Port, _key) with { IsNew = true })
        );
    }

    [Fact]
    public async Task A_Redis_that_forgets_when_it_is_full_is_refused_whatever_a_person_says()
    {
        await using var redis = await RedisServer.StartAsync(
            "--maxmemory",
            "100mb",
            "--maxmemory-policy",
            "allkeys-lru"
        );

        Assert.Equal(
            $"Redis at 127.0.0.1:{redis.Port} may forget what is used when its memory is full (maxmemory-policy allkeys-lru). "
                + "Set maxmemory-policy noeviction.",
            await RefusalAsync(NodeInProcess.Place(redis.Port, _key) with { IsNew = true, TakesAsItIs = true })
        );
    }

    [Fact]
    public async Task A_node_with_another_key_or_another_time_is_refused()
    {
        await using var redis = await RedisServer.StartAsync();
        await AcceptAsync(NodeInProcess.Place(redis.Port, _key) with { IsNew = true });
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow().AddMinutes(-5));

        Assert.StartsWith(
            $"Redis at 127.0.0.1:{redis.Port} serves nodes of this issuer that sign with another key.",
            await RefusalAsync(NodeInProcess.Place(redis.Port, other) with { IsNew = true }),
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            $"Redis at 127.0.0.1:{redis.Port} was asked by a node whose clock is -00:0",
            await RefusalAsync(NodeInProcess.Place(redis.Port, _key, clock)),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Where_no_Redis_is_or_something_else_the_message_says_so()
    {
        var port = FreePorts.Pair().First;
        Assert.Equal(
            $"Redis at 127.0.0.1:{port} is not reachable. Start it, or correct host and port.",
            await RefusalAsync(NodeInProcess.Place(port, _key))
        );

        await using var guarded = await RedisServer.StartAsync();
        await guarded.AskAsync("CONFIG", "SET", "requirepass", "correct horse battery staple");
        Assert.Equal(
            $"Redis at 127.0.0.1:{guarded.Port} asks for a password, which a node does not have.",
            await RefusalAsync(NodeInProcess.Place(guarded.Port, _key))
        );
    }

    public void Dispose() => _key.Dispose();

    private static Task<ISharedState> OpenAsync(SharedStatePlace place) =>
        new RedisSource().ConnectAsync(place, TestContext.Current.CancellationToken);

    private static async Task AcceptAsync(SharedStatePlace place) =>
        await ((IAsyncDisposable)await OpenAsync(place)).DisposeAsync();

    private static async Task<string> RefusalAsync(SharedStatePlace place) =>
        (await Assert.ThrowsAsync<SharedStateException>(() => OpenAsync(place))).Message;
}
