using System.Runtime.InteropServices;
using NotebookEngine.Kernel.Lifetime;

namespace NotebookEngine.Tests.Kernel.Lifetime;

/// <summary>Windows ends the process once it was told of a closed console, so the telling must last until the kernel has ended.</summary>
public sealed class ProcessSignalsTests
{
    [Theory]
    [InlineData(PosixSignal.SIGHUP)]
    [InlineData(PosixSignal.SIGTERM)]
    public async Task Where_returning_ends_the_process_the_handler_waits_for_the_kernels_end(PosixSignal signal)
    {
        var asked = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        var signals = new ProcessSignals(() => { }, asked.SetResult, returningEndsProcess: true);

        var handler = Task.Run(
            () => signals.Handle(new PosixSignalContext(signal)),
            TestContext.Current.CancellationToken
        );

        Assert.Equal(signal.ToString(), await asked.Task);
        await Assert.ThrowsAsync<TimeoutException>(() =>
            handler.WaitAsync(TimeSpan.FromMilliseconds(100), TestContext.Current.CancellationToken)
        );
        signals.Dispose();
        await handler;
    }

    [Theory]
    [InlineData(PosixSignal.SIGHUP, false, "end")]
    [InlineData(PosixSignal.SIGTERM, false, "end")]
    [InlineData(PosixSignal.SIGINT, true, "interrupt")]
    public void Elsewhere_and_after_an_interrupt_it_returns_at_once(PosixSignal signal, bool returning, string expected)
    {
        var heard = new List<string>();
        using var signals = new ProcessSignals(() => heard.Add("interrupt"), _ => heard.Add("end"), returning);
        var context = new PosixSignalContext(signal);

        signals.Handle(context);

        Assert.True(context.Cancel);
        Assert.Equal([expected], heard);
    }
}
