using System.Security.Cryptography;
using ClientAuth.SharedState;
using ClientAuth.SharedState.Redis;
using StackExchange.Redis;

namespace ClientAuth.MockServer.Standalone.Tests.Nodes;

/// <summary>The shared state on Redis keeps the contract, and Redis ends what has expired.</summary>
public sealed class RedisStateTests : SharedStateContract, IAsyncLifetime
{
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly List<IAsyncDisposable> _open = [];
    private RedisServer? _redis;

    public async ValueTask InitializeAsync() => _redis = await RedisServer.StartAsync();

    [Fact]
    public async Task Redis_ends_a_use_when_no_node_can_accept_it_any_more_and_a_value_at_its_end()
    {
        var (one, _) = await OpenAsync();
        var started = TimeProvider.System.GetTimestamp();
        await one.UseAllAsync([Use("jti")]);
        await one.WriteAsync(new(StateKind.PushedRequest, "app", "request"), expected: 0, Bytes("pushed"), Soon);
        await one.WriteAsync(new(StateKind.RegisteredClients, "", ""), expected: 0, Bytes("[]"), until: null);

        // A minute; for the use also what two clocks may differ by.
        var (use, value) = (await LifetimeAsync("SingleUse"), await LifetimeAsync("PushedRequest"));
        // What has passed since, and what clocks round off.
        var passed = (long)TimeProvider.System.GetElapsedTime(started).TotalMilliseconds + 1000;
        Assert.InRange(use, 80_000 - passed, 80_000);
        Assert.InRange(value, 60_000 - passed, 60_000);
        Assert.Equal(-1, await LifetimeAsync("RegisteredClients"));
    }

    [Fact]
    public async Task Issuers_share_a_Redis_and_know_nothing_of_each_other()
    {
        var (one, _) = await OpenAsync();
        var other = await ConnectAsync(
            NodeInProcess.Place(_redis!.Port, _key) with
            {
                Issuer = "https://other.example",
                IsNew = true,
            }
        );
        await one.MarkUsedAsync(Use("jti"));

        Assert.Null(await other.UseAllAsync([Use("jti")]));
    }

    [Fact]
    public async Task A_use_whose_answer_is_late_or_lost_counts_as_used()
    {
        await using var relay = new Relay(_redis!.Port);
        var (_, other) = await OpenAsync();
        var one = await ConnectAsync(NodeInProcess.Place(relay.Port, _key));

        relay.HoldAnswers();
        var late = await Assert.ThrowsAsync<SharedStateException>(async () => await one.UseAllAsync([Use("late")]));
        Assert.StartsWith(
            $"Redis at 127.0.0.1:{relay.Port} did not answer in time.",
            late.Message,
            StringComparison.Ordinal
        );
        using var monitor = await RedisMonitor.StartAsync(_redis.Port);
        var lost = one.UseAllAsync([Use("lost")]).AsTask();
        await monitor.SeeAsync("lost");
        relay.Cut();
        await Assert.ThrowsAsync<SharedStateException>(() => lost);

        Assert.Equal(new RefusedUse(0, "again"), await other.UseAllAsync([Use("late")]));
        Assert.Equal(new RefusedUse(0, "again"), await other.UseAllAsync([Use("lost")]));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var connection in _open)
        {
            await connection.DisposeAsync();
        }

        if (_redis is not null)
        {
            await _redis.DisposeAsync();
        }

        _key.Dispose();
    }

    protected override async Task<(ISharedState One, ISharedState Other)> OpenAsync()
    {
        var place = NodeInProcess.Place(_redis!.Port, _key);
        return (await ConnectAsync(place with { IsNew = true }), await ConnectAsync(place));
    }

    private async Task<ISharedState> ConnectAsync(SharedStatePlace place)
    {
        var state = await new RedisSource().ConnectAsync(place, TestContext.Current.CancellationToken);
        _open.Add((IAsyncDisposable)state);
        return state;
    }

    private async Task<long> LifetimeAsync(string kind)
    {
        var keys = (RedisKey[])(await _redis!.AskAsync("KEYS", $"client-auth:*:{kind}:*"))!;
        return (long)await _redis.AskAsync("PTTL", Assert.Single(keys));
    }
}
