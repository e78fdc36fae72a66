using NotebookEngine.Execution;
using NotebookEngine.Kernel.Cells;
using NotebookEngine.Kernel.Messages;
using NotebookEngine.Kernel.Requests;
using NotebookEngine.Kernel.Wire;
using NotebookEngine.Language;
using NotebookEngine.Sessions;

namespace NotebookEngine.Kernel;

/// <summary>
/// A C# kernel for the Jupyter messaging protocol. It serves one session until a front end asks for shutdown. It waits on threads
/// of its own and never in the thread pool, which a cell can fill.
/// </summary>
internal sealed class JupyterKernel(SessionFactory sessions, TimeProvider clock, TextWriter error)
{
    // For the interrupted cell to put out its failure; what cannot be stopped ends with the process.
    private static readonly TimeSpan LastOutputs = TimeSpan.FromSeconds(3);

    private volatile KernelSession? _session;
    private volatile bool _endsWithProcess;

    /// <summary>Stops the running cell, as far as .NET allows; without one it does nothing.</summary>
    internal void Interrupt() => _session?.Interrupt();

    /// <summary>Tells the front end that the running cell has ended the process; without one it does nothing.</summary>
    internal void EndWithProcess(CellFailure failure)
    {
        _endsWithProcess = true;
        _session?.EndWithProcess(failure);
    }

    /// <summary>Serves the front end that wrote the connection file, on the calling thread, until it asks for the end.</summary>
    /// <param name="connectionFile">Path of the file.</param>
    /// <param name="folder">Absolute path: the notebook's folder, where <c>#r</c> and <c>#load</c> start.</param>
    /// <param name="cancellationToken">Ends the kernel.</param>
    /// <exception cref="ConnectionFileException">The file cannot be served.</exception>
    internal void Run(string connectionFile, string folder, CancellationToken cancellationToken)
    {
        using var log = new KernelLog(error, clock);
        var connection = ConnectionFile.Read(connectionFile);
        if (connection.Key.Length == 0)
        {
            log.Write("the connection file has no key, so messages are neither signed nor checked");
        }

        using var sockets = new KernelSockets(connection, connectionFile, log.Write);
        using var notebook = sessions.Open(folder);
        using var language = new CellLanguage(notebook, log.Write);
        var publisher = new MessagePublisher(sockets, clock);
        var session = new KernelSession(notebook);
        _session = session;
        var input = new StandardInput(publisher, log);
        var shell = new MessageQueue<WireMessage>();
        var control = new MessageQueue<WireMessage>();
        var asked = false;
        var handlers = new RequestHandlers(session, input, language, control, connection, log, clock);

        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var end = ending.Token.Register(() =>
        {
            session.Interrupt();
            control.End();
            shell.End();
        });
        var cells = new Thread(() => new RequestLoop(shell, handlers.OfShell, publisher, log).Run(ending.Token))
        {
            IsBackground = true,
            Name = "kernel shell",
        };
        sockets.Start(Received, Subscribed);
        cells.Start();
        new RequestLoop(control, handlers.OfControl, publisher, log).Run(ending.Token);
        ending.Cancel();
        if (!_endsWithProcess)
        {
            cells.Join(LastOutputs);
        }

        // A page whose kernel has died sends the new kernel nothing until it receives this status.
        void Subscribed()
        {
            if (!asked)
            {
                publisher.PublishStatus(parent: null, "starting");
            }
        }

        void Received(WireMessage message)
        {
            asked = true;
            if (message.Channel == KernelChannel.Stdin)
            {
                input.Receive(message);
            }
            // Front ends of protocol 5.3 ask for the end on shell, where it would wait for the running cell.
            else if (message.Channel == KernelChannel.Control || message.Header.Type == ShutdownHandler.Type)
            {
                control.Add(message);
            }
            else
            {
                shell.Add(message);
            }
        }
    }
}
