using System.Text.Json.Nodes;
using NotebookEngine.Kernel.Messages;

namespace NotebookEngine.Kernel.Requests;

/// <summary><c>comm_open</c>: no target is known here, so the comm is closed at once, which the protocol asks for.</summary>
internal sealed class CommOpen : IRequestHandler
{
    public IReadOnlyList<string> MessageTypes => ["comm_open"];

    public Task<JsonObject?> HandleAsync(KernelRequest request, CancellationToken cancellationToken)
    {
        request.Publish(
            "comm_close",
            new JsonObject { ["comm_id"] = request.Content.Text("comm_id"), ["data"] = new JsonObject() }
        );
        return Task.FromResult<JsonObject?>(null);
    }
}
