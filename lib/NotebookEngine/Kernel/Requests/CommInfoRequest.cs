using System.Text.Json.Nodes;
using NotebookEngine.Kernel.Messages;

namespace NotebookEngine.Kernel.Requests;

/// <summary><c>comm_info_request</c>: this kernel opens no comms, so there are none.</summary>
internal sealed class CommInfoRequest : IRequestHandler
{
    public IReadOnlyList<string> MessageTypes => ["comm_info_request"];

    public Task<JsonObject?> HandleAsync(KernelRequest request, CancellationToken cancellationToken)
    {
        var reply = ReplyContent.Ok();
        reply["comms"] = new JsonObject();
        return Task.FromResult<JsonObject?>(reply);
    }
}
