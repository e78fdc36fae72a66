namespace ClientAuth.Protocol.Recording;

/// <summary>A named stretch of time within one exchange, on the monotonic clock.</summary>
public sealed record RecordedPhase(string Name, TimeSpan Duration);
