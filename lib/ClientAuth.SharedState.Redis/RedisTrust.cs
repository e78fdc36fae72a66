using StackExchange.Redis;

namespace ClientAuth.SharedState.Redis;

/// <summary>
/// Whether Redis still knows what it was told. A mark in it names the run of Redis that nodes rely on, so that a Redis that has lost its
/// memory, or was started again with what it had on disk at some time, decides nothing until a person says so. One that writes every change
/// to disk before it answers (<c>appendonly yes</c>, <c>appendfsync always</c>) has lost nothing, and nodes go on with it by themselves.
/// Files of such a Redis that somebody has put back from an older copy look the same: nobody but who does that can know it.
/// </summary>
internal sealed class RedisTrust(IConnectionMultiplexer connection, SharedStatePlace place, RedisKey mark)
{
    /// <summary>How far the clocks of nodes may differ, and how far one may be set.</summary>
    public static readonly TimeSpan ClockTolerance = TimeSpan.FromSeconds(10);

    // Of nodes that start at once, one leaves the mark, and the others read it. Where the signing key is new, the one that made it leaves
    // the mark; another that is faster is refused and has to be started again.
    private const int Attempts = 5;

    private const string Lossless = "(appendonly yes, appendfsync always, no-appendfsync-on-rewrite no)";

    private const string AnotherKey =
        "serves nodes of this issuer that sign with another key. Give all nodes one signing key. To change it, stop them all, wait until every "
        + "assertion and proof of before has expired, and start one with the new key and "
        + SharedStatePlace.AsItIsOption
        + ". Clients that registered themselves and App Attest keys are lost with the old key";

    private const string WhatToDo =
        "What was used may be forgotten, so it could be used again. Wait until every assertion, proof and token of before has expired, then "
        + "start one node with "
        + SharedStatePlace.AsItIsOption
        + "; the others go on by themselves.";

    /// <summary>How a node that starts relies on Redis.</summary>
    /// <exception cref="SharedStateException">It may not; the message says why, and what to do.</exception>
    /// <exception cref="RedisException">Redis gives no answer, or refuses.</exception>
    public async Task EstablishAsync()
    {
        if (connection.GetServers().Any(server => server.ServerType != ServerType.Standalone))
        {
            throw Refused("is a part of a cluster. Nodes need one Redis by itself (cluster-enabled no)");
        }

        for (var i = 0; i < Attempts; i++)
        {
            var facts = await ReadAsync();
            var problem = Problem(facts);
            if (problem is not null && !place.TakesAsItIs)
            {
                throw Refused(problem);
            }

            var isMarked = problem is null && facts.TrustedRun == facts.Run && facts.WasLossless == facts.IsLossless;
            if (isMarked || await MarkAsync(facts, problem is null ? facts.Offset : null))
            {
                return;
            }
        }

        throw Refused("is marked by other nodes again and again. Start the nodes one after the other");
    }

    /// <summary>Relies on Redis again after it was started again, where it has lost nothing. False where a person has to decide.</summary>
    /// <exception cref="SharedStateException">Redis has been set up to forget.</exception>
    /// <exception cref="RedisException">Redis gives no answer, or refuses.</exception>
    public async Task<bool> TryGoOnAsync()
    {
        var facts = await ReadAsync();
        return facts.TrustedRun is not null
            && facts.Signer == place.Signer
            && (facts.TrustedRun == facts.Run || (facts.HasKeptEverything && await MarkAsync(facts, facts.Offset)));
    }

    /// <summary>Why Redis decides nothing, from what a script has said.</summary>
    public SharedStateException Untrusted(string why, long milliseconds) =>
        Refused(
            why switch
            {
                Scripts.Empty => $"holds nothing of this issuer any more: it has lost its memory. {WhatToDo}",
                Scripts.Restarted =>
                    $"was started again, and does not write every change to disk before it answers {Lossless}. {WhatToDo}",
                Scripts.Signer => AnotherKey,
                _ => ClockProblem(milliseconds),
            }
        );

    /// <summary>The node's time, in milliseconds since 1970.</summary>
    public long Now => place.Clock.GetUtcNow().ToUnixTimeMilliseconds();

    private async Task<RedisFacts> ReadAsync()
    {
        var facts =
            await RedisFacts.ReadAsync(connection, mark)
            ?? throw Refused(
                "does not answer as Redis does: INFO names no run_id, maxmemory or maxmemory_policy. Name a Redis server"
            );
        return facts.Eviction is { } policy
            ? throw Refused(
                $"may forget what is used when its memory is full (maxmemory-policy {policy}). Set maxmemory-policy noeviction"
            )
            : facts;
    }

    private string? Problem(RedisFacts facts)
    {
        if (facts.TrustedRun is null)
        {
            return place.IsNew
                ? null
                : "holds nothing of this issuer, though its signing key is not new: this may be its first start with this Redis, or Redis "
                    + $"has lost its memory. If nothing was issued lately, start with {SharedStatePlace.AsItIsOption}; otherwise wait until "
                    + "every assertion, proof and token of before has expired, and then do so. If another node is making the key just now, "
                    + "start this one again after it";
        }

        if (facts.Signer != place.Signer)
        {
            return AnotherKey;
        }

        if (facts.TrustedRun != facts.Run && !facts.HasKeptEverything)
        {
            return $"was started again, and did not write every change to disk before it answered {Lossless}. {WhatToDo}";
        }

        var off = Now - facts.Time - (facts.Offset ?? 0);
        return Math.Abs(off) > ClockTolerance.TotalMilliseconds ? ClockProblem(off) : null;
    }

    private static string ClockProblem(long milliseconds) =>
        $"was asked by a node whose clock is {TimeSpan.FromMilliseconds(milliseconds):c} ahead of those of the others (a negative time is "
        + $"behind; up to {ClockTolerance.TotalSeconds:0} s are fine). Set the clock right; a clock that is set back makes used values good again";

    private async Task<bool> MarkAsync(RedisFacts facts, long? offset) =>
        (bool)
            await connection
                .GetDatabase()
                .ScriptEvaluateAsync(
                    Scripts.Trust,
                    [mark],
                    [
                        facts.TrustedRun ?? "",
                        facts.Run,
                        place.Signer,
                        facts.IsLossless ? "1" : "0",
                        offset ?? (Now - facts.Time),
                    ],
                    CommandFlags.NoScriptCache
                );

    private SharedStateException Refused(string why) =>
        new($"Redis at {place.Host}:{place.Port} {why.TrimEnd('.')}.", TimeSpan.FromMinutes(1));
}
