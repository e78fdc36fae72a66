namespace ClientAuth.Lab.Exercises.Timing;

/// <summary>
/// How long somebody waits for a token. The time is the exercise's own: it passes with each request and each wait, and nobody has to
/// sit it out. In an app <see cref="Task.Delay(TimeSpan, CancellationToken)"/> and a <see cref="CancellationTokenSource"/> with a time do
/// the same.
/// </summary>
public sealed class Patience : IDisposable
{
    private readonly CancellationTokenSource _over = new();
    private readonly TimeSpan _ofOneRequest;
    private readonly List<TimeSpan> _beforeRequests = [];
    private TimeSpan _sinceRequest;

    internal Patience(TimeSpan whole, TimeSpan ofOneRequest) => (Left, _ofOneRequest) = (whole, ofOneRequest);

    /// <summary>What is left of it; never negative.</summary>
    public TimeSpan Left { get; private set; }

    /// <summary>Is cancelled when nothing is left.</summary>
    public CancellationToken Token => _over.Token;

    /// <summary>Whether a request was begun when nothing was left.</summary>
    internal bool WasOverrun { get; private set; }

    /// <summary>How long was waited before each request but the first.</summary>
    internal IReadOnlyList<TimeSpan> Waits => [.. _beforeRequests.Skip(1)];

    /// <summary>Waits.</summary>
    /// <param name="time">How long.</param>
    /// <exception cref="OperationCanceledException">Nothing is left before the wait is over.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative.</exception>
    public Task WaitAsync(TimeSpan time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(time, TimeSpan.Zero);
        _sinceRequest += time < Left ? time : Left;
        Spend(time);
        return Token.IsCancellationRequested ? Task.FromCanceled(Token) : Task.CompletedTask;
    }

    public void Dispose() => _over.Dispose();

    /// <summary>A request is built, and takes its time.</summary>
    /// <exception cref="OperationCanceledException">Nothing was left: whoever asks on in spite of that would never end.</exception>
    internal void BeginRequest()
    {
        WasOverrun = Token.IsCancellationRequested;
        Token.ThrowIfCancellationRequested();
        _beforeRequests.Add(_sinceRequest);
        _sinceRequest = TimeSpan.Zero;
        Spend(_ofOneRequest);
    }

    /// <summary>All that is left passes.</summary>
    internal void RunOut() => Spend(Left);

    private void Spend(TimeSpan time)
    {
        Left = time < Left ? Left - time : TimeSpan.Zero;
        if (Left == TimeSpan.Zero)
        {
            _over.Cancel();
        }
    }
}
