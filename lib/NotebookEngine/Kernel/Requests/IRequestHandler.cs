using System.Text.Json.Nodes;
using NotebookEngine.Kernel.Messages;

namespace NotebookEngine.Kernel.Requests;

/// <summary>Handles requests of one type, or of a few.</summary>
internal interface IRequestHandler
{
    /// <summary>The <c>msg_type</c>s that it answers, such as <c>execute_request</c>.</summary>
    IReadOnlyList<string> MessageTypes { get; }

    /// <returns>The reply's content, or null where the protocol knows no reply.</returns>
    /// <exception cref="MalformedRequestException">The content lacks a member or has a wrong one.</exception>
    Task<JsonObject?> HandleAsync(KernelRequest request, CancellationToken cancellationToken);
}
