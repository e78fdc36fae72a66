namespace ClientAuth.Lab.Tests.Exercises;

/// <summary>
/// A clock for a judge with a limit. While the judge alone waits, no time passes, however long an answer computes. As soon as an answer
/// waits on the clock as well, time jumps to the end of the shorter wait.
/// </summary>
internal sealed class JumpingClock : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly List<Wait> _waits = [];
    private TimeSpan _now;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        lock (_lock)
        {
            var wait = new Wait(this, _now + dueTime, () => callback(state));
            _waits.Add(wait);
            if (_waits.Count > 1)
            {
                JumpToNext();
            }

            return wait;
        }
    }

    // Later, as a timer does: who made it does not hold it yet.
    private void JumpToNext()
    {
        var next = _waits.MinBy(wait => wait.End)!;
        _waits.Remove(next);
        _now = next.End;
        ThreadPool.QueueUserWorkItem(_ => next.Over());
    }

    private void Forget(Wait wait)
    {
        lock (_lock)
        {
            _waits.Remove(wait);
        }
    }

    private sealed class Wait(JumpingClock clock, TimeSpan end, Action over) : ITimer
    {
        public TimeSpan End => end;

        public void Over() => over();

        public bool Change(TimeSpan dueTime, TimeSpan period) => throw new NotSupportedException();

        public void Dispose() => clock.Forget(this);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
