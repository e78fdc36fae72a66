namespace ClientAuth.Lab.Exercises.Timing;

/// <summary>A server that sends no response until both the patience and the request's deadline are over.</summary>
/// <param name="patience">Ends during the first request.</param>
/// <param name="clock">Runs the deadline of each request.</param>
internal sealed class SilentServer(Patience patience, DeadlineClock clock) : HttpMessageHandler
{
    /// <summary>Whether every request ended with the patience, before its deadline.</summary>
    public bool SawRequestEnd { get; private set; } = true;

    protected override Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        patience.RunOut();
        SawRequestEnd &= cancellationToken.IsCancellationRequested;
        clock.Elapse();
        return Task.FromCanceled<HttpResponseMessage>(cancellationToken);
    }
}
