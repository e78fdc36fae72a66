namespace ClientAuth.SharedState;

/// <summary>
/// What the nodes of one issuer share: which values have been used, and small values under a key. Each call is one decision, made in one
/// step: of many calls at once, over all nodes, one comes first. A call whose outcome is not known counts as refused: it throws
/// <see cref="SharedStateException"/>, and what it was to use is never accepted again.
/// </summary>
public interface ISharedState
{
    /// <summary>Marks all of them as used, or none where one of them was used before, may have been, or has expired.</summary>
    /// <param name="uses">Of one kind.</param>
    /// <returns>The first that cannot be used, or null where all are used now.</returns>
    /// <exception cref="SharedStateException">The decision could not be made.</exception>
    ValueTask<RefusedUse?> UseAllAsync(IReadOnlyList<StateUse> uses);

    /// <summary>Whether it was used before, or may have been.</summary>
    /// <exception cref="SharedStateException">It cannot be found out.</exception>
    ValueTask<bool> IsUsedAsync(StateUse use);

    /// <summary>Marks it as used, whether or not it was before.</summary>
    /// <exception cref="SharedStateException">It is not known to be marked.</exception>
    ValueTask MarkUsedAsync(StateUse use);

    /// <summary>The value under a key.</summary>
    /// <param name="key">The key.</param>
    /// <param name="known">The version that the caller has; 0 for none.</param>
    /// <returns>Version and value; the value is null where there is none (version 0), or where the version is the known one.</returns>
    /// <exception cref="SharedStateException">It cannot be read.</exception>
    ValueTask<StateValue> ReadAsync(StateKey key, long known);

    /// <summary>Writes a value if its version is still the expected one.</summary>
    /// <param name="key">The key.</param>
    /// <param name="expected">The version that the caller has read; 0 where there is to be none.</param>
    /// <param name="value">The new value.</param>
    /// <param name="until">When the value ends; null for never.</param>
    /// <returns>The new version, or null where another call was first, and nothing was written.</returns>
    /// <exception cref="SharedStateException">It is not known whether it is written.</exception>
    ValueTask<long?> WriteAsync(StateKey key, long expected, ReadOnlyMemory<byte> value, DateTimeOffset? until);

    /// <summary>Takes a value out: of many calls, one gets it.</summary>
    /// <returns>The value, or null where there is none, or no longer.</returns>
    /// <exception cref="SharedStateException">It is not known whether it is taken out.</exception>
    ValueTask<byte[]?> TakeAsync(StateKey key);
}
