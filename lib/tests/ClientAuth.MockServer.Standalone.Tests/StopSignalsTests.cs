using System.Runtime.InteropServices;
using ClientAuth.MockServer.Standalone.Exits;

namespace ClientAuth.MockServer.Standalone.Tests;

/// <summary>Windows ends the process once it was told of a closed console, so the telling must last until the keys are gone.</summary>
public sealed class StopSignalsTests
{
    [Theory]
    [InlineData(PosixSignal.SIGHUP)]
    [InlineData(PosixSignal.SIGTERM)]
    public async Task Where_returning_ends_the_process_the_handler_waits_for_the_end(PosixSignal signal)
    {
        var order = new List<string>();
        var signals = new StopSignals(returningEndsProcess: true);
        using var told = new ManualResetEventSlim();
        using var registration = signals.Token.Register(told.Set);

        var handler = Task.Run(
            () =>
            {
                signals.Stop(new PosixSignalContext(signal));
                lock (order)
                {
                    order.Add("the handler returned");
                }
            },
            TestContext.Current.CancellationToken
        );
        told.Wait(TestContext.Current.CancellationToken);
        await Assert.ThrowsAsync<TimeoutException>(() =>
            handler.WaitAsync(TimeSpan.FromMilliseconds(100), TestContext.Current.CancellationToken)
        );
        lock (order)
        {
            order.Add("the keys are gone");
        }

        signals.Dispose();
        await handler;

        Assert.Equal(["the keys are gone", "the handler returned"], order);
    }

    [Theory]
    [InlineData(PosixSignal.SIGHUP, false)]
    [InlineData(PosixSignal.SIGTERM, false)]
    [InlineData(PosixSignal.SIGINT, true)]
    [InlineData(PosixSignal.SIGQUIT, true)]
    public void Elsewhere_and_after_Ctrl_C_it_returns_at_once(PosixSignal signal, bool returningEndsProcess)
    {
        using var signals = new StopSignals(returningEndsProcess);
        var context = new PosixSignalContext(signal);

        // Returns although nobody says that the program has ended.
        signals.Stop(context);

        Assert.True(context.Cancel);
        Assert.True(signals.Token.IsCancellationRequested);
    }
}
