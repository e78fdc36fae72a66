using StackExchange.Redis;

namespace ClientAuth.SharedState.Redis;

/// <summary>The mark that nodes have left in Redis, and what this run of Redis is.</summary>
internal sealed record RedisFacts
{
    private const string NoEviction = "noeviction";
    private const string NeverPromoted = "-1";

    /// <summary>The run of Redis that nodes rely on; null where Redis holds nothing of the issuer.</summary>
    public required string? TrustedRun { get; init; }

    /// <summary>Thumbprint of the key that the nodes sign with.</summary>
    public required string? Signer { get; init; }

    /// <summary>Whether Redis wrote every change to disk before it answered when the mark was left.</summary>
    public required bool WasLossless { get; init; }

    /// <summary>By how many milliseconds the clocks of the nodes are ahead of that of Redis.</summary>
    public required long? Offset { get; init; }

    /// <summary>This run; another after every start of Redis.</summary>
    public required string Run { get; init; }

    /// <summary>The time of Redis, in milliseconds since 1970.</summary>
    public required long Time { get; init; }

    /// <summary>The policy by which Redis forgets what has not expired; null where it forgets nothing.</summary>
    public required string? Eviction { get; init; }

    /// <summary>Whether Redis writes every change to disk before it answers, and was no replica, which may lack the last of them.</summary>
    public required bool IsLossless { get; init; }

    /// <summary>Whether a restart since the mark was left has lost nothing.</summary>
    public bool HasKeptEverything => WasLossless && IsLossless;

    /// <summary>The facts, or null where the server does not tell them as Redis does.</summary>
    /// <exception cref="RedisException">Redis gives no answer, or refuses.</exception>
    public static async Task<RedisFacts?> ReadAsync(IConnectionMultiplexer connection, RedisKey mark)
    {
        var facts = (RedisResult[])
            (
                await connection
                    .GetDatabase()
                    .ScriptEvaluateAsync(Scripts.Facts, [mark], [], CommandFlags.NoScriptCache)
            )!;
        if (facts[4].IsNull || facts[6].IsNull || facts[7].IsNull)
        {
            return null;
        }

        return new RedisFacts
        {
            TrustedRun = (string?)facts[0],
            Signer = (string?)facts[1],
            WasLossless = (string?)facts[2] == "1",
            Offset = (long?)facts[3],
            Run = (string)facts[4]!,
            Time = (long)facts[5],
            Eviction = (string?)facts[6] == "0" || (string?)facts[7] == NoEviction ? null : (string?)facts[7],
            IsLossless = (string?)facts[8] == NeverPromoted && await WritesEveryChangeAsync(connection),
        };
    }

    // A Redis that does not tell may lose something; so may one that does not write while it rewrites its file.
    private static async Task<bool> WritesEveryChangeAsync(IConnectionMultiplexer connection)
    {
        try
        {
            var settings = await connection.GetServers()[0].ConfigGetAsync("*append*");
            return Has(settings, "appendonly", "yes")
                && Has(settings, "appendfsync", "always")
                && Has(settings, "no-appendfsync-on-rewrite", "no");
        }
        catch (Exception e) when (e is RedisServerException or RedisCommandException)
        {
            return false;
        }
    }

    private static bool Has(KeyValuePair<string, string>[] settings, string name, string value) =>
        settings.Any(setting => setting.Key == name && setting.Value == value);
}
