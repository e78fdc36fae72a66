using System.Text.Json.Nodes;

namespace NotebookEngine.Kernel.Requests;

/// <summary>Answers one type of request.</summary>
internal interface IRequestHandler
{
    /// <summary>The request's <c>msg_type</c>, such as <c>execute_request</c>.</summary>
    string MessageType { get; }

    /// <returns>The reply's content, or null where the protocol knows no reply.</returns>
    /// <exception cref="MalformedRequestException">The content lacks a member or has a wrong one.</exception>
    Task<JsonObject?> HandleAsync(KernelRequest request, CancellationToken cancellationToken);
}
