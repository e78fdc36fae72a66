using System.Text.Json.Nodes;
using NotebookEngine.Kernel.Cells;
using NotebookEngine.Kernel.Messages;
using NotebookEngine.Kernel.Wire;

namespace NotebookEngine.Kernel.Requests;

/// <summary>
/// <c>shutdown_request</c>: stops the running cell and ends the kernel. A restart is the same here: the front end starts a
/// new process.
/// </summary>
/// <param name="session">Has the running cell.</param>
/// <param name="requests">Ends with the answer, and the kernel with it.</param>
internal sealed class ShutdownHandler(KernelSession session, MessageQueue<WireMessage> requests) : IRequestHandler
{
    internal const string Type = "shutdown_request";

    public IReadOnlyList<string> MessageTypes => [Type];

    public Task<JsonObject?> HandleAsync(KernelRequest request, CancellationToken cancellationToken)
    {
        var content = ReplyContent.Ok();
        content["restart"] = request.Content.Flag("restart", otherwise: false);
        session.Interrupt();
        requests.End();
        request.Publish("shutdown_reply", (JsonObject)content.DeepClone());
        return Task.FromResult<JsonObject?>(content);
    }
}
