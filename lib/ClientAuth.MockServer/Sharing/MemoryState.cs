using ClientAuth.MockServer.Jwt;
using ClientAuth.MockServer.Options;
using ClientAuth.SharedState;

namespace ClientAuth.MockServer.Sharing;

/// <summary>
/// The shared state of nodes in one process, or of one node alone: in memory, within the bounds of <see cref="LimitOptions"/>, and
/// proof against a clock that is set back.
/// </summary>
public sealed class MemoryState : ISharedState
{
    private readonly Dictionary<StateKind, ReplayCache> _used;
    private readonly Dictionary<StateKind, BoundedTable> _values;

    /// <param name="clock">Says what has expired; it may be set forward and back.</param>
    /// <param name="limits">How much is kept; the defaults where it is left out.</param>
    /// <param name="replayCache">Remembers what is good once and has been used; one of its own where it is left out.</param>
    public MemoryState(TimeProvider clock, LimitOptions? limits = null, ReplayCache? replayCache = null)
    {
        limits ??= new LimitOptions();
        _used = new()
        {
            [StateKind.SingleUse] = replayCache ?? new ReplayCache(clock, limits.RememberedUseLimit),
            [StateKind.EndedToken] = new(clock, limits.RememberedUseLimit),
        };
        _values = new()
        {
            [StateKind.PushedRequest] = new(
                clock,
                limits.PushedAuthorizationRequestLimit,
                limits.PushedAuthorizationRequestsSize
            ),
            [StateKind.AppKey] = new(clock, limits.KnownAppKeyLimit, long.MaxValue),
            // One value; the clients in it are counted before they are registered.
            [StateKind.RegisteredClients] = new(clock, limit: 1, long.MaxValue),
        };
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">They are of several kinds, or of one that is not used but written.</exception>
    public ValueTask<RefusedUse?> UseAllAsync(IReadOnlyList<StateUse> uses)
    {
        if (uses is [])
        {
            return default;
        }

        var kind = uses[0].Key.Kind;
        if (uses.Any(use => use.Key.Kind != kind))
        {
            var kinds = uses.Select(use => use.Key.Kind).Distinct();
            throw new ArgumentException($"They are of several kinds: {string.Join(", ", kinds)}.", nameof(uses));
        }

        return new(Used(kind).UseAll([.. uses.Select(use => (use.Key.Owner, use.Key.Name, use.Until))]));
    }

    /// <inheritdoc/>
    public ValueTask<bool> IsUsedAsync(StateUse use) =>
        new(Used(use.Key.Kind).IsUsed(use.Key.Owner, use.Key.Name, use.Until));

    /// <inheritdoc/>
    public ValueTask MarkUsedAsync(StateUse use)
    {
        Used(use.Key.Kind).Remember(use.Key.Owner, use.Key.Name, use.Until);
        return default;
    }

    /// <inheritdoc/>
    public ValueTask<StateValue> ReadAsync(StateKey key, long known) => new(Values(key.Kind).Read(key, known));

    /// <inheritdoc/>
    public ValueTask<long?> WriteAsync(
        StateKey key,
        long expected,
        ReadOnlyMemory<byte> value,
        DateTimeOffset? until
    ) => new(Values(key.Kind).Write(key, expected, value.ToArray(), until));

    /// <inheritdoc/>
    public ValueTask<byte[]?> TakeAsync(StateKey key) => new(Values(key.Kind).Take(key));

    /// <summary>How many used values of a kind are remembered.</summary>
    internal int Count(StateKind kind) => _used[kind].Count;

    private ReplayCache Used(StateKind kind) =>
        _used.GetValueOrDefault(kind) ?? throw new ArgumentException($"{kind} is a kind of values, not of uses.");

    private BoundedTable Values(StateKind kind) =>
        _values.GetValueOrDefault(kind) ?? throw new ArgumentException($"{kind} is a kind of uses, not of values.");
}
