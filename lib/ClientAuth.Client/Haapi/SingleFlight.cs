namespace ClientAuth.Client.Haapi;

/// <summary>
/// Runs work once for all callers that ask for it at the same time. Each caller may cancel alone. When the last one cancels,
/// the work is cancelled, too, and has ended before that call returns.
/// </summary>
internal sealed class SingleFlight<T>(Func<CancellationToken, Task<T>> work)
{
    private readonly Lock _lock = new();
    private Run? _current;
    private Task _before = Task.CompletedTask;

    public async Task<T> JoinAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var run = Enter();
        try
        {
            return await run.Result.WaitAsync(cancellationToken);
        }
        finally
        {
            await LeaveAsync(run);
        }
    }

    private Run Enter()
    {
        lock (_lock)
        {
            if (_current is null or { Result.IsCompleted: true })
            {
                var stop = new CancellationTokenSource();
                _current = new Run(StartAsync(_before, stop.Token), stop);
                _before = _current.Result;
            }

            _current.Waiting++;
            return _current;
        }
    }

    private async Task LeaveAsync(Run run)
    {
        lock (_lock)
        {
            if (--run.Waiting > 0)
            {
                return;
            }

            if (_current == run)
            {
                _current = null;
            }
        }

        await run.EndAsync();
    }

    // Elsewhere, so that nobody's code runs inside the lock; and after the one before, which may still be giving up.
    private Task<T> StartAsync(Task before, CancellationToken cancellationToken) =>
        Task.Run(
            async () =>
            {
                await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                return await work(cancellationToken);
            },
            CancellationToken.None
        );

    private sealed class Run(Task<T> result, CancellationTokenSource stop)
    {
        public Task<T> Result => result;

        public int Waiting { get; set; }

        public async Task EndAsync()
        {
            await stop.CancelAsync();
            await ((Task)result).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            stop.Dispose();
        }
    }
}
