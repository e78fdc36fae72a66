using NotebookEngine.Kernel.Cells;
using NotebookEngine.Kernel.Messages;
using NotebookEngine.Kernel.Requests;
using NotebookEngine.Kernel.Wire;
using NotebookEngine.Language;

namespace NotebookEngine.Kernel;

/// <summary>Makes the handlers of <c>Requests/</c>: those of the shell channel, and those of the control channel.</summary>
internal sealed class RequestHandlers(
    KernelSession session,
    StandardInput input,
    CellLanguage language,
    MessageQueue<WireMessage> control,
    ConnectionFile connection,
    KernelLog log,
    TimeProvider clock
)
{
    private readonly KernelInfoHandler _info = new();
    private readonly History _history = new();

    internal IReadOnlyList<IRequestHandler> OfShell =>
        [
            _info,
            new ExecuteHandler(session, input, _history, clock),
            new CompleteHandler(language),
            new InspectHandler(language),
            new IsCompleteHandler(language),
            new HistoryHandler(_history),
            new CommInfoHandler(),
            new CommOpenHandler(),
            new CommMessageHandler(log),
            new ConnectHandler(connection),
        ];

    /// <summary>The handlers of requests that are answered while a cell runs.</summary>
    internal IReadOnlyList<IRequestHandler> OfControl =>
        [_info, new InterruptHandler(session), new ShutdownHandler(session, control)];
}
