namespace ClientAuth.Lab.Measuring;

/// <summary>A part of one run, and how long it took.</summary>
/// <param name="Part">Empty where a run has one part only.</param>
/// <param name="Took">On the monotonic clock.</param>
internal sealed record Lap(string Part, TimeSpan Took);
