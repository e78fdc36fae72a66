namespace ClientAuth.MockServer.Soak.World;

/// <summary>Sets the clock forward and back the whole time, by seconds, minutes, hours and days, and always home in between.</summary>
internal sealed class ClockJumps(JumpingClock clock)
{
    private static readonly TimeSpan AtHome = TimeSpan.FromSeconds(9);
    private static readonly TimeSpan Away = TimeSpan.FromSeconds(3);

    // From the machine's time. The short ones lead to times that the run has been at or will be at: what was used there is still remembered
    // (SoakWorld), so that what is new is accepted.
    private static readonly IReadOnlyList<TimeSpan> Offsets =
    [
        TimeSpan.FromSeconds(45),
        TimeSpan.FromMinutes(-2),
        TimeSpan.FromMinutes(3),
        TimeSpan.FromHours(-2),
        TimeSpan.FromHours(26),
        TimeSpan.FromDays(-3),
        TimeSpan.FromDays(40),
    ];

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            for (var i = 0; ; i++)
            {
                await Task.Delay(AtHome, cancellationToken);
                // A bit further each time round, so that not every time is one that has been before.
                clock.JumpTo(Offsets[i % Offsets.Count] * (1 + 0.01 * (i / Offsets.Count)));
                await Task.Delay(Away, cancellationToken);
                clock.JumpTo(TimeSpan.Zero);
            }
        }
        catch (OperationCanceledException)
        {
            clock.JumpTo(TimeSpan.Zero);
        }
    }
}
