using System.Diagnostics;

namespace ClientAuth.Protocol.Recording;

/// <summary>A named stretch of time within one exchange, on the monotonic clock.</summary>
public sealed record RecordedPhase(string Name, TimeSpan Duration)
{
    /// <summary>When it began, on the machine's monotonic clock, of which only differences mean something; null where that was not noted.</summary>
    public TimeSpan? Started { get; init; }

    /// <summary>A stretch between two readings of <see cref="Stopwatch.GetTimestamp"/>.</summary>
    public static RecordedPhase Between(string name, long started, long ended) =>
        new(name, Stopwatch.GetElapsedTime(started, ended)) { Started = Stopwatch.GetElapsedTime(0, started) };
}
