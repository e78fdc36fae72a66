using System.Text.Json.Nodes;
using NotebookEngine.Kernel.Messages;
using NotebookEngine.Kernel.Wire;

namespace NotebookEngine.Kernel.Requests;

/// <summary><c>connect_request</c>: the ports, for a front end that knows one of them.</summary>
internal sealed class ConnectHandler(ConnectionFile connection) : IRequestHandler
{
    public IReadOnlyList<string> MessageTypes => ["connect_request"];

    public Task<JsonObject?> HandleAsync(KernelRequest request, CancellationToken cancellationToken)
    {
        var reply = ReplyContent.Ok();
        reply["shell_port"] = connection.ShellPort;
        reply["iopub_port"] = connection.IoPubPort;
        reply["stdin_port"] = connection.StdinPort;
        reply["hb_port"] = connection.HeartbeatPort;
        reply["control_port"] = connection.ControlPort;
        return Task.FromResult<JsonObject?>(reply);
    }
}
