using System.Diagnostics.CodeAnalysis;

namespace NotebookEngine.Kernel.Wire;

/// <summary>
/// Hands items from any threads to one that waits for them. A kernel's own threads wait here rather than in the thread
/// pool, which a cell can fill; and a cell's thread that is interrupted in <see cref="Add"/> has either added its item or
/// has not, which the framework's blocking collections do not promise.
/// </summary>
internal sealed class MessageQueue<T>
{
    // A monitor, for System.Threading.Lock cannot be waited on.
    private readonly object _gate = new();
    private readonly Queue<T> _items = new();
    private bool _ended;

    internal int Count
    {
        get
        {
            lock (_gate)
            {
                return _items.Count;
            }
        }
    }

    /// <summary>After the end it does nothing.</summary>
    internal void Add(T item)
    {
        lock (_gate)
        {
            if (!_ended)
            {
                _items.Enqueue(item);
                Monitor.Pulse(_gate);
            }
        }
    }

    /// <summary>Lets nothing more in; what is waiting can still be taken.</summary>
    internal void End()
    {
        lock (_gate)
        {
            _ended = true;
            Monitor.PulseAll(_gate);
        }
    }

    /// <summary>All items in the order in which they were added, until the end; waits for the next.</summary>
    internal IEnumerable<T> TakeAll()
    {
        while (TryTake(out var item))
        {
            yield return item;
        }
    }

    private bool TryTake([MaybeNullWhen(false)] out T item)
    {
        lock (_gate)
        {
            while (_items.Count == 0 && !_ended)
            {
                Monitor.Wait(_gate);
            }

            return _items.TryDequeue(out item);
        }
    }
}
