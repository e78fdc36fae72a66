using System.Collections.Concurrent;

namespace ClientAuth.Lab.Exercises.Timing;

/// <summary>A clock on which a deadline passes when it is told to, and never because a machine is busy.</summary>
/// <param name="dates">Says the date.</param>
internal sealed class DeadlineClock(TimeProvider dates) : TimeProvider
{
    private readonly ConcurrentDictionary<Deadline, bool> _running = [];

    public override DateTimeOffset GetUtcNow() => dates.GetUtcNow();

    /// <summary>All deadlines that run are over now.</summary>
    public void Elapse()
    {
        foreach (var deadline in _running.Keys)
        {
            deadline.End();
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new Deadline(this, () => callback(state));

    private sealed class Deadline : ITimer
    {
        private readonly DeadlineClock _clock;
        private readonly Action _over;

        public Deadline(DeadlineClock clock, Action over)
        {
            (_clock, _over) = (clock, over);
            clock._running[this] = true;
        }

        public void End()
        {
            if (_clock._running.TryRemove(this, out _))
            {
                _over();
            }
        }

        public bool Change(TimeSpan dueTime, TimeSpan period) => _clock._running.ContainsKey(this);

        public void Dispose() => _clock._running.TryRemove(this, out _);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
