using NotebookEngine.Kernel.Cells;
using NotebookEngine.Kernel.Messages;
using NotebookEngine.Kernel.Requests;
using NotebookEngine.Kernel.Wire;
using NotebookEngine.Language;

namespace NotebookEngine.Kernel;

/// <summary>Which requests are answered, and where: the map of <c>Requests/</c>.</summary>
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
    private readonly KernelInfoRequest _info = new();
    private readonly History _history = new();

    internal IReadOnlyList<IRequestHandler> OfShell =>
        [
            _info,
            new ExecuteRequest(session, input, _history, clock),
            new CompleteRequest(language),
            new InspectRequest(language),
            new IsCompleteRequest(language),
            new HistoryRequest(_history),
            new CommInfoRequest(),
            new CommOpen(),
            new UnknownComm(log),
            new ConnectRequest(connection),
        ];

    /// <summary>Those that are answered while a cell runs.</summary>
    internal IReadOnlyList<IRequestHandler> OfControl =>
        [_info, new InterruptRequest(session), new ShutdownRequest(session, control)];
}
