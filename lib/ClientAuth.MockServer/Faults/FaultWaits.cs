namespace ClientAuth.MockServer.Faults;

/// <summary>How faults wait: for a while on the server's clock, or until somebody lets them go.</summary>
internal sealed class FaultWaits(TimeProvider clock)
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    private TaskCompletionSource _release = NewRelease();

    public static TimeSpan Checked(TimeSpan wait) =>
        wait >= TimeSpan.Zero && wait <= Longest
            ? wait
            : throw new ArgumentOutOfRangeException(nameof(wait), $"A fault waits 0 s to a day, not {wait}.");

    /// <summary>Lets go whatever waits for it now; what comes later waits again.</summary>
    public void Release() => Interlocked.Exchange(ref _release, NewRelease()).SetResult();

    /// <summary>Waits; false where the client left meanwhile.</summary>
    /// <param name="time">How long; null until released.</param>
    /// <param name="cancellationToken">The client has gone.</param>
    public async Task<bool> WaitAsync(TimeSpan? time, CancellationToken cancellationToken)
    {
        var wait = time is { } known ? Task.Delay(known, clock, cancellationToken) : Released(cancellationToken);
        await wait.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return wait.IsCompletedSuccessfully;
    }

    private Task Released(CancellationToken cancellationToken) =>
        Volatile.Read(ref _release).Task.WaitAsync(cancellationToken);

    private static TaskCompletionSource NewRelease() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
