using NotebookEngine.Kernel.Cells;

namespace NotebookEngine.Tests.Kernel;

/// <summary>What holds a cell back that puts out without end.</summary>
public sealed class OutputThrottleTests
{
    private static readonly TimeSpan Window = TimeSpan.FromMilliseconds(20);

    [Fact]
    public void A_wait_ends_without_a_timer_since_that_would_need_a_thread_of_the_pool()
    {
        var throttle = new OutputThrottle(most: 2, Window, new ClockWithoutTimers());

        for (var passed = 0; passed < 7; passed++)
        {
            throttle.Wait(1);
        }
    }

    [Fact]
    public void More_than_a_window_holds_passes_alone()
    {
        var throttle = new OutputThrottle(most: 2, Window, new ClockWithoutTimers());

        throttle.Wait(100);
        throttle.Wait(100);
    }

    private sealed class ClockWithoutTimers : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            throw new InvalidOperationException("a timer was asked for");
    }
}
