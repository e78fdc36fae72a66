using ClientAuth.Protocol.Recording;

namespace ClientAuth.MockServer.Exchanges;

/// <summary>What the server saw and answered. An exchange is here before its client has the answer.</summary>
public sealed class RecordedExchanges
{
    private readonly Lock _lock = new();
    private readonly Queue<RecordedExchange> _exchanges = [];
    private readonly int _limit;
    private TaskCompletionSource<RecordedExchange> _next = NewNext();
    private int _recorded;

    internal RecordedExchanges(int limit) => _limit = limit;

    /// <summary>The latest exchange, or null before the first.</summary>
    public RecordedExchange? Last
    {
        get
        {
            lock (_lock)
            {
                return _exchanges.LastOrDefault();
            }
        }
    }

    /// <summary>The exchanges so far, oldest first; later ones do not change the list.</summary>
    public IReadOnlyList<RecordedExchange> Snapshot()
    {
        lock (_lock)
        {
            return [.. _exchanges];
        }
    }

    /// <summary>Forgets the exchanges so far. Numbers go on, so that no two exchanges of a server share one.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _exchanges.Clear();
        }
    }

    /// <summary>The first exchange recorded after this call.</summary>
    /// <exception cref="OperationCanceledException">The wait was given up.</exception>
    public Task<RecordedExchange> NextAsync(CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return _next.Task.WaitAsync(cancellationToken);
        }
    }

    /// <summary>Numbers an exchange and keeps it.</summary>
    internal void Add(Func<int, RecordedExchange> numbered)
    {
        lock (_lock)
        {
            var exchange = numbered(++_recorded);
            _exchanges.Enqueue(exchange);
            if (_exchanges.Count > _limit)
            {
                _exchanges.Dequeue();
            }

            _next.SetResult(exchange);
            _next = NewNext();
        }
    }

    // Continuations run elsewhere: a waiter must not run inside the lock.
    private static TaskCompletionSource<RecordedExchange> NewNext() =>
        new(TaskCreationOptions.RunContinuationsAsynchronously);
}
