namespace ClientAuth.FailureCases.Tester.Running;

/// <summary>Holds requests back, so that there are no more in a second than was said.</summary>
/// <param name="clock">Tells the time between requests.</param>
/// <param name="perSecond">Requests in a second.</param>
internal sealed class Pace(TimeProvider clock, double perSecond)
{
    private readonly Lock _lock = new();
    private readonly long _start = clock.GetTimestamp();
    private readonly TimeSpan _interval = TimeSpan.FromSeconds(1 / perSecond);
    private TimeSpan _next;

    /// <summary>Waits for the turn of a request, or of several that are sent at once; the next waits longer behind those.</summary>
    public async Task WaitAsync(CancellationToken cancellationToken, int requests = 1)
    {
        TimeSpan wait;
        lock (_lock)
        {
            var now = clock.GetElapsedTime(_start);
            var turn = now > _next ? now : _next;
            _next = turn + (requests * _interval);
            wait = turn - now;
        }

        if (wait > TimeSpan.Zero)
        {
            await Task.Delay(wait, clock, cancellationToken);
        }
    }
}
