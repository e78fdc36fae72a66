namespace ClientAuth.SharedState;

/// <summary>Where a value is kept.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Owner">Whose it is, such as a client's identifier; the same name of another owner is another key.</param>
/// <param name="Name">Its name.</param>
public readonly record struct StateKey(StateKind Kind, string Owner, string Name);

/// <summary>A value that may be used once.</summary>
/// <param name="Key">What is used.</param>
/// <param name="Until">When it can no longer be accepted, the allowed skew included.</param>
public readonly record struct StateUse(StateKey Key, DateTimeOffset Until);

/// <summary>A value and its version.</summary>
/// <param name="Version">Another number after every change; 0 where there is no value.</param>
/// <param name="Value">Null where there is none, or where the caller has this version.</param>
public readonly record struct StateValue(long Version, byte[]? Value);

/// <summary>A use that is refused.</summary>
/// <param name="Place">Its place among those that were to be used.</param>
/// <param name="Why">In words that follow its name in a trace.</param>
public sealed record RefusedUse(int Place, string Why);
