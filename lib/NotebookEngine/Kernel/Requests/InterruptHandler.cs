using System.Text.Json.Nodes;
using NotebookEngine.Kernel.Cells;
using NotebookEngine.Kernel.Messages;

namespace NotebookEngine.Kernel.Requests;

/// <summary><c>interrupt_request</c>: stops the running cell; without one it does nothing.</summary>
internal sealed class InterruptHandler(KernelSession session) : IRequestHandler
{
    public IReadOnlyList<string> MessageTypes => ["interrupt_request"];

    public Task<JsonObject?> HandleAsync(KernelRequest request, CancellationToken cancellationToken)
    {
        session.Interrupt();
        return Task.FromResult<JsonObject?>(ReplyContent.Ok());
    }
}
