using System.Text.Json.Nodes;
using NotebookEngine.Kernel.Messages;

namespace NotebookEngine.Kernel.Requests;

/// <summary><c>comm_open</c>: no target is known here, so the comm is closed at once, which the protocol asks for.</summary>
internal sealed class CommOpenHandler : IRequestHandler
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

/// <summary><c>comm_msg</c> and <c>comm_close</c>: every comm was closed when it was opened, so these are ignored.</summary>
internal sealed class CommMessageHandler(KernelLog log) : IRequestHandler
{
    public IReadOnlyList<string> MessageTypes => ["comm_msg", "comm_close"];

    public Task<JsonObject?> HandleAsync(KernelRequest request, CancellationToken cancellationToken)
    {
        log.Write($"{request.Message.Channel}: a {request.Type} was ignored, because no comm is open");
        return Task.FromResult<JsonObject?>(null);
    }
}

/// <summary><c>comm_info_request</c>: this kernel opens no comms, so there are none.</summary>
internal sealed class CommInfoHandler : IRequestHandler
{
    public IReadOnlyList<string> MessageTypes => ["comm_info_request"];

    public Task<JsonObject?> HandleAsync(KernelRequest request, CancellationToken cancellationToken)
    {
        var reply = ReplyContent.Ok();
        reply["comms"] = new JsonObject();
        return Task.FromResult<JsonObject?>(reply);
    }
}
