using System.Text.Json.Nodes;

namespace NotebookEngine.Kernel.Requests;

/// <summary>
/// <c>shutdown_request</c>: stops the running cell; the loop that had the request ends with its answer, and the kernel with
/// that. A restart is the same here: the front end starts a new process.
/// </summary>
internal sealed class ShutdownRequest(KernelSession session) : IRequestHandler
{
    internal const string Type = "shutdown_request";

    public IReadOnlyList<string> MessageTypes => [Type];

    public Task<JsonObject?> HandleAsync(KernelRequest request, CancellationToken cancellationToken)
    {
        var content = ReplyContent.Ok();
        content["restart"] = request.Content.Flag("restart", otherwise: false);
        session.Interrupt();
        request.Publish("shutdown_reply", (JsonObject)content.DeepClone());
        return Task.FromResult<JsonObject?>(content);
    }
}
