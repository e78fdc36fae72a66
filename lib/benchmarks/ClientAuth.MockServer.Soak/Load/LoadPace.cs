using ClientAuth.MockServer.Soak.Measuring;
using ClientAuth.MockServer.Soak.World;

namespace ClientAuth.MockServer.Soak.Load;

/// <summary>Sends one kind after the other, so many in a second in all, several at a time.</summary>
internal sealed class LoadPace(IReadOnlyList<RequestKind> kinds, double rate, JumpingClock clock, Outcomes outcomes)
{
    private const int Senders = 8;

    private int _next = -1;

    public Task RunAsync(CancellationToken cancellationToken) =>
        Task.WhenAll(Enumerable.Range(0, Senders).Select(_ => SendAllAsync(cancellationToken)));

    private async Task SendAllAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(Senders / rate));
        try
        {
            while (await timer.WaitForNextTickAsync(cancellationToken))
            {
                await SendAsync(kinds[(int)((uint)Interlocked.Increment(ref _next) % kinds.Count)]);
            }
        }
        catch (OperationCanceledException)
        {
            // The end of the load: whatever a request throws, a timeout too, is its outcome.
        }
    }

    // What has begun is finished, so that the end of the load breaks nothing off.
    private async Task SendAsync(RequestKind kind)
    {
        var jumps = clock.Jumps;
        string outcome;
        try
        {
            outcome = await kind.SendAsync(CancellationToken.None);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            outcome = $"{e.GetType().Name}: {e.Message}";
        }

        outcomes.Add(kind, outcome, isJudged: jumps == clock.Jumps);
    }
}
