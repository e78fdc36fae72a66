using System.Security.Cryptography;
using ClientAuth.SharedState;
using ClientAuth.SharedState.Redis;
using Microsoft.Extensions.Time.Testing;

namespace ClientAuth.MockServer.Standalone.Tests.Nodes;

/// <summary>A node that runs goes on with its Redis only as long as the two fit.</summary>
public sealed class RunningNodeTests : IDisposable
{
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    [Fact]
    public async Task A_node_does_not_go_on_with_a_Redis_that_may_forget_since_it_was_started_again()
    {
        await using var redis = await RedisServer.StartLosslessAsync();
        var state = await OpenAsync(NodeInProcess.Place(redis.Port, _key) with { IsNew = true });
        await using var connection = (IAsyncDisposable)state;

        var back = Reconnection.OfAsync(state);
        await redis.KillAsync();
        await redis.RestartAsync("--maxmemory", "100mb", "--maxmemory-policy", "allkeys-lru");
        await back;

        var refused = await Assert.ThrowsAsync<SharedStateException>(async () => await state.UseAllAsync([Use()]));
        Assert.Equal(
            $"Redis at 127.0.0.1:{redis.Port} may forget what is used when its memory is full (maxmemory-policy allkeys-lru). "
                + "Set maxmemory-policy noeviction.",
            refused.Message
        );
    }

    [Fact]
    public async Task Nodes_with_the_key_of_before_decide_nothing_once_a_person_has_gone_on_with_another()
    {
        await using var redis = await RedisServer.StartAsync();
        var state = await OpenAsync(NodeInProcess.Place(redis.Port, _key) with { IsNew = true });
        await using var connection = (IAsyncDisposable)state;
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        await (
            (IAsyncDisposable)await OpenAsync(NodeInProcess.Place(redis.Port, other) with { TakesAsItIs = true })
        ).DisposeAsync();

        var refused = await Assert.ThrowsAsync<SharedStateException>(async () => await state.UseAllAsync([Use()]));

        Assert.Equal(
            $"Redis at 127.0.0.1:{redis.Port} serves nodes of this issuer that sign with another key. Give all nodes one signing key. "
                + "To change it, stop them all, wait until every assertion and proof of before has expired, and start one with the new key "
                + "and --redis-as-it-is. Clients that registered themselves and App Attest keys are lost with the old key.",
            refused.Message
        );
    }

    [Fact]
    public async Task A_clock_that_is_set_back_makes_nothing_good_again()
    {
        await using var redis = await RedisServer.StartAsync();
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        var state = await OpenAsync(NodeInProcess.Place(redis.Port, _key, clock) with { IsNew = true });
        await using var connection = (IAsyncDisposable)state;
        var use = Use();
        clock.AdjustTime(TimeProvider.System.GetUtcNow());
        Assert.Null(await state.UseAllAsync([use]));

        clock.AdjustTime(TimeProvider.System.GetUtcNow().AddHours(-1));

        var refused = await Assert.ThrowsAsync<SharedStateException>(async () => await state.UseAllAsync([use]));
        Assert.Contains("Set the clock right", refused.Message, StringComparison.Ordinal);
        Assert.Equal(TimeSpan.FromMinutes(1), refused.RetryAfter);
    }

    public void Dispose() => _key.Dispose();

    private static Task<ISharedState> OpenAsync(SharedStatePlace place) =>
        new RedisSource().ConnectAsync(place, TestContext.Current.CancellationToken);

    // Good for longer than a test takes.
    private static StateUse Use() =>
        new(new(StateKind.SingleUse, "app", "jti"), TimeProvider.System.GetUtcNow().AddMinutes(10));
}
