using NotebookEngine.Kernel.Requests;
using NotebookEngine.Kernel.Wire;
using NotebookEngine.Sessions;

namespace NotebookEngine.Kernel;

/// <summary>A C# kernel behind the Jupyter messaging protocol: one session, until a front end asks for the end.</summary>
internal sealed class JupyterKernel(SessionFactory sessions, TimeProvider clock, TextWriter log)
{
    private volatile KernelSession? _session;

    /// <summary>Stops the running cell, as far as .NET allows; without one it does nothing.</summary>
    internal void Interrupt() => _session?.Interrupt();

    /// <summary>Tells the front end that the running cell has failed; without one it does nothing.</summary>
    internal void FailCell(CellFailure failure) => _session?.Fail(failure);

    /// <summary>Serves the front end that wrote the connection file.</summary>
    /// <param name="connectionFile">Path of the file.</param>
    /// <param name="folder">Absolute path: the notebook's folder, where <c>#r</c> and <c>#load</c> start.</param>
    /// <param name="cancellationToken">Ends the kernel.</param>
    /// <exception cref="ConnectionFileException">The file cannot be served.</exception>
    internal async Task RunAsync(string connectionFile, string folder, CancellationToken cancellationToken)
    {
        var connection = ConnectionFile.Read(connectionFile);
        using var sockets = new KernelSockets(connection, connectionFile, log);
        using var notebook = sessions.Open(folder);
        var voice = new KernelVoice(sockets, clock);
        var session = new KernelSession(notebook);
        _session = session;
        var info = new KernelInfoRequest();
        var shutdown = new ShutdownRequest(session);
        var interrupt = new InterruptRequest(session);
        var shell = Loop(KernelChannel.Shell, [info, new ExecuteRequest(session), shutdown]);
        var control = Loop(KernelChannel.Control, [info, interrupt, shutdown]);

        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task[] loops = [shell.RunAsync(ending.Token), control.RunAsync(ending.Token)];
        await Task.WhenAny(loops);
        await ending.CancelAsync();
        // A cell that is interrupted ends soon, and is answered while the sockets are still open.
        await Task.WhenAll(loops).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

        RequestLoop Loop(KernelChannel channel, IRequestHandler[] handlers) =>
            new(channel, sockets.Received(channel), handlers, voice, log);
    }
}
