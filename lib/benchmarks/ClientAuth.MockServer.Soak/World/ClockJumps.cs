namespace ClientAuth.MockServer.Soak.World;

/// <summary>Sets the clock forward and back the whole time, by seconds, minutes, hours and days, and always home in between.</summary>
internal sealed class ClockJumps(JumpingClock clock)
{
    private static readonly TimeSpan AtHome = TimeSpan.FromSeconds(9);
    private static readonly TimeSpan Away = TimeSpan.FromSeconds(3);

    // From the machine's time. They lead to times that the run has been at or will be at: what was used there is still remembered
    // (SoakWorld), so that what is new is accepted.
    private static readonly IReadOnlyList<TimeSpan> Near =
    [
        TimeSpan.FromSeconds(45),
        TimeSpan.FromMinutes(-2),
        TimeSpan.FromMinutes(3),
    ];

    // What was used there may be forgotten by the next time round. What expires in the same second as something forgotten is refused, so
    // each time round leads to a time of its own, minutes from the one before however late a jump comes on a busy machine.
    private static readonly IReadOnlyList<TimeSpan> Far =
    [
        TimeSpan.FromHours(-2),
        TimeSpan.FromHours(26),
        TimeSpan.FromDays(-3),
        TimeSpan.FromDays(40),
    ];

    private static readonly TimeSpan Step = TimeSpan.FromMinutes(5);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            for (var i = 0; ; i++)
            {
                await Task.Delay(AtHome, cancellationToken);
                clock.JumpTo(Offset(i));
                await Task.Delay(Away, cancellationToken);
                clock.JumpTo(TimeSpan.Zero);
            }
        }
        catch (OperationCanceledException)
        {
            clock.JumpTo(TimeSpan.Zero);
        }
    }

    private static TimeSpan Offset(int jump)
    {
        var (round, place) = Math.DivRem(jump, Near.Count + Far.Count);
        if (place < Near.Count)
        {
            return Near[place];
        }

        var far = Far[place - Near.Count];
        return far < TimeSpan.Zero ? far - (round * Step) : far + (round * Step);
    }
}
