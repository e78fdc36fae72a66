using System.Text.Json.Nodes;
using NotebookEngine.Kernel.Messages;

namespace NotebookEngine.Kernel.Requests;

/// <summary><c>comm_msg</c> and <c>comm_close</c>: every comm was closed when it was opened, so nobody is meant.</summary>
internal sealed class UnknownComm(KernelLog log) : IRequestHandler
{
    public IReadOnlyList<string> MessageTypes => ["comm_msg", "comm_close"];

    public Task<JsonObject?> HandleAsync(KernelRequest request, CancellationToken cancellationToken)
    {
        log.Write($"{request.Message.Channel}: a {request.Type} was ignored, because no comm is open");
        return Task.FromResult<JsonObject?>(null);
    }
}
