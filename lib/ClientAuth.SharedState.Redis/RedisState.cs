using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using StackExchange.Redis;

namespace ClientAuth.SharedState.Redis;

/// <summary>
/// The shared state on a Redis server: one script for each decision, and Redis ends what has expired. A decision whose answer does not come
/// in time is refused and not asked for again: Redis may have made it.
/// </summary>
internal sealed class RedisState : ISharedState, IAsyncDisposable
{
    // Beside the connection's own limit, which it looks at now and then.
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(4);

    private static readonly TimeSpan Outage = TimeSpan.FromSeconds(5);

    // A node's clock may be behind by as much as another's is ahead.
    private static readonly TimeSpan Margin = 2 * RedisTrust.ClockTolerance;

    private readonly SharedStatePlace _place;
    private readonly string _prefix;
    private readonly RedisTrust _trust;

    public RedisState(IConnectionMultiplexer connection, SharedStatePlace place)
    {
        Connection = connection;
        _place = place;
        _prefix =
            $"client-auth:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(place.Issuer)))[..16]}:";
        _trust = new RedisTrust(connection, place, _prefix + "trust");
    }

    /// <summary>Tells when it is lost and when it is back.</summary>
    public IConnectionMultiplexer Connection { get; }

    /// <summary>How a node that starts relies on Redis.</summary>
    /// <exception cref="SharedStateException">It may not, or Redis gives no answer.</exception>
    public Task EstablishAsync() =>
        AskAsync(async () =>
        {
            await _trust.EstablishAsync();
            return true;
        });

    public async ValueTask<RefusedUse?> UseAllAsync(IReadOnlyList<StateUse> uses)
    {
        if (uses is [])
        {
            return null;
        }

        var now = _trust.Now;
        var expired = uses.Index().FirstOrDefault(use => use.Item.Until.ToUnixTimeMilliseconds() <= now, (-1, default));
        if (expired.Index >= 0)
        {
            return new RefusedUse(expired.Index, "which has expired meanwhile");
        }

        var result = await RunAsync(
            Scripts.UseAll,
            [.. uses.Select(use => Key(use.Key))],
            [.. uses.Select(use => (RedisValue)Lifetime(use.Until))]
        );
        return (int)result[1] is > 0 and var place ? new RefusedUse(place - 1, "again") : null;
    }

    public async ValueTask<bool> IsUsedAsync(StateUse use) =>
        (int)(await RunAsync(Scripts.IsUsed, [Key(use.Key)], []))[1] == 1;

    // Of what has expired longer ago than clocks may differ, nothing needs to be known.
    public async ValueTask MarkUsedAsync(StateUse use) =>
        await RunAsync(Scripts.MarkUsed, [Key(use.Key)], [Math.Max(1, Lifetime(use.Until))]);

    public async ValueTask<StateValue> ReadAsync(StateKey key, long known)
    {
        var result = await RunAsync(Scripts.Read, [Key(key)], [known]);
        return new((long)result[1], result.Length > 2 ? (byte[]?)result[2] : null);
    }

    public async ValueTask<long?> WriteAsync(
        StateKey key,
        long expected,
        ReadOnlyMemory<byte> value,
        DateTimeOffset? until
    )
    {
        var lifetime = until is { } end ? Math.Max(1, Lifetime(end) - (long)Margin.TotalMilliseconds) : 0;
        var result = await RunAsync(Scripts.Write, [Key(key)], [expected, value, lifetime]);
        return (long)result[1] is > 0 and var version ? version : null;
    }

    public async ValueTask<byte[]?> TakeAsync(StateKey key)
    {
        var result = await RunAsync(Scripts.Take, [Key(key)], []);
        return result.Length > 1 ? (byte[]?)result[1] : null;
    }

    public ValueTask DisposeAsync() => Connection.DisposeAsync();

    private long Lifetime(DateTimeOffset until) =>
        until.ToUnixTimeMilliseconds() - _trust.Now + (long)Margin.TotalMilliseconds;

    // With the owner's length, so that no two pairs of owner and name make one key.
    private RedisKey Key(StateKey key) =>
        string.Create(CultureInfo.InvariantCulture, $"{_prefix}{key.Kind}:{key.Owner.Length}:{key.Owner}{key.Name}");

    private async Task<RedisResult[]> RunAsync(string script, RedisKey[] keys, RedisValue[] values)
    {
        var result = await EvaluateAsync(script, keys, values);
        // The script has changed nothing, so it may be asked for again.
        if ((string?)result[0] == Scripts.Restarted && await AskAsync(_trust.TryGoOnAsync))
        {
            result = await EvaluateAsync(script, keys, values);
        }

        return (string?)result[0] is Scripts.Done
            ? result
            : throw _trust.Untrusted((string)result[0]!, result.Length > 1 ? (long)result[1] : 0);
    }

    private Task<RedisResult[]> EvaluateAsync(string script, RedisKey[] keys, RedisValue[] values) =>
        AskAsync(async () =>
            (RedisResult[])
                (
                    await Connection
                        .GetDatabase()
                        .ScriptEvaluateAsync(
                            script,
                            [_prefix + "trust", .. keys],
                            [_trust.Now, (long)RedisTrust.ClockTolerance.TotalMilliseconds, _place.Signer, .. values],
                            CommandFlags.NoScriptCache
                        )
                )!
        );

    private async Task<T> AskAsync<T>(Func<Task<T>> question)
    {
        try
        {
            return await question().WaitAsync(LongestWait);
        }
        catch (TimeoutException e) // RedisTimeoutException is one.
        {
            throw Failed(
                "did not answer in time. A decision that it was to make counts as refused, and as used. Look at the load of Redis and at the network",
                e
            );
        }
        catch (Exception e) when (e is RedisServerException or RedisCommandException)
        {
            throw Failed($"refuses the command: {e.Message}. Mend what it says", e);
        }
        catch (RedisException e)
        {
            throw Failed("is not reachable. Start it, or mend the network; the node connects again by itself", e);
        }
    }

    private SharedStateException Failed(string what, Exception cause) =>
        new($"Redis at {_place.Host}:{_place.Port} {what}.", Outage, cause);
}
