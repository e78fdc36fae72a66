namespace ClientAuth.MockServer.Checks;

/// <summary>Durations as they are told to others: in whole seconds, rounded up, so that whoever waits that long has waited long enough.</summary>
internal static class WholeSeconds
{
    public static TimeSpan RoundedUp(TimeSpan duration) => TimeSpan.FromSeconds(Math.Ceiling(duration.TotalSeconds));
}
