using NotebookEngine.Kernel;
using NotebookEngine.Kernel.Wire;

namespace NotebookEngine.Tests.Kernel;

/// <summary>A kernel on a thread of the test process, and a client that has reached it.</summary>
internal sealed class KernelInProcess : IDisposable
{
    private readonly StringWriter _log = new();
    private readonly CancellationTokenSource _end = new();
    private Task _run = Task.CompletedTask;

    private KernelInProcess() { }

    internal TempFolder Folder { get; } = new();

    internal WireConnection Connection { get; private set; } = null!;

    internal WireClient Client { get; private set; } = null!;

    /// <summary>What the kernel has logged; complete once it has ended.</summary>
    internal string Log => _log.ToString();

    internal static KernelInProcess Start(Engine engine, string? key = null)
    {
        var kernel = new KernelInProcess();
        while (!kernel.TryStart(engine, key)) { }

        return kernel;
    }

    /// <summary>Ends as after a shutdown, and waits for it.</summary>
    internal void End()
    {
        _end.Cancel();
        Assert.True(_run.Wait(TimeSpan.FromMinutes(1)));
    }

    internal bool HasEnded(TimeSpan within) => _run.Wait(within);

    public void Dispose()
    {
        End();
        Client.Dispose();
        Folder.Dispose();
        _log.Dispose();
        _end.Dispose();
    }

    // A port that was free may be taken when it is wanted.
    private bool TryStart(Engine engine, string? key)
    {
        Connection = WireConnection.Create(key);
        var file = Connection.WriteTo(Folder);
        _run = Task.Factory.StartNew(
            () => new JupyterKernel(engine.Sessions, TimeProvider.System, _log).Run(file, Folder.Path, _end.Token),
            TestContext.Current.CancellationToken,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default
        );
        Client = new WireClient(Connection);
        if (Client.TryReach(() => !_run.IsCompleted))
        {
            return true;
        }

        Client.Dispose();
        Assert.IsType<ConnectionFileException>(_run.Exception?.InnerException);
        return false;
    }
}
