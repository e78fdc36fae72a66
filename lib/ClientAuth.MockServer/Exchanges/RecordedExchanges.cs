using ClientAuth.Protocol.Recording;

namespace ClientAuth.MockServer.Exchanges;

/// <summary>What the server saw and answered. An exchange is here before its client has the answer.</summary>
public sealed class RecordedExchanges
{
    private readonly Lock _lock = new();
    private readonly Queue<(RecordedExchange Exchange, long Size)> _exchanges = [];
    private readonly int _limit;
    private readonly long _sizeLimit;
    private TaskCompletionSource<RecordedExchange> _next = NewNext();
    private int _recorded;
    private long _size;

    /// <param name="limit">How many are kept.</param>
    /// <param name="sizeLimit">How many bytes they may take; the latest is kept whatever it takes.</param>
    internal RecordedExchanges(int limit, long sizeLimit)
    {
        _limit = limit;
        _sizeLimit = sizeLimit;
    }

    /// <summary>The latest exchange, or null before the first.</summary>
    public RecordedExchange? Last
    {
        get
        {
            lock (_lock)
            {
                return _exchanges.LastOrDefault().Exchange;
            }
        }
    }

    /// <summary>The exchanges so far, oldest first; later ones do not change the list.</summary>
    public IReadOnlyList<RecordedExchange> Snapshot()
    {
        lock (_lock)
        {
            return [.. _exchanges.Select(kept => kept.Exchange)];
        }
    }

    /// <summary>Forgets the exchanges so far. Numbers go on, so that no two exchanges of a server share one.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _exchanges.Clear();
            _size = 0;
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
            var size = ExchangeSize.Of(exchange);
            _exchanges.Enqueue((exchange, size));
            _size += size;
            while (_exchanges.Count > _limit || (_size > _sizeLimit && _exchanges.Count > 1))
            {
                _size -= _exchanges.Dequeue().Size;
            }

            _next.SetResult(exchange);
            _next = NewNext();
        }
    }

    // Continuations run elsewhere: a waiter must not run inside the lock.
    private static TaskCompletionSource<RecordedExchange> NewNext() =>
        new(TaskCreationOptions.RunContinuationsAsynchronously);
}
