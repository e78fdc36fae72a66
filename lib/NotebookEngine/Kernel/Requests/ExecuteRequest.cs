using System.Text.Json.Nodes;
using NotebookEngine.Outputs;

namespace NotebookEngine.Kernel.Requests;

/// <summary><c>execute_request</c>: runs a cell and passes on what it puts out.</summary>
internal sealed class ExecuteRequest(KernelSession session) : IRequestHandler
{
    public string MessageType => "execute_request";

    public async Task<JsonObject?> HandleAsync(KernelRequest request, CancellationToken cancellationToken)
    {
        var code = request.Content.Text("code");
        var count = session.CountOne();
        request.Publish("execute_input", new JsonObject { ["code"] = code, ["execution_count"] = count });
        var failure = await session.ExecuteAsync(
            count,
            code,
            new CellHost(
                output => OutputMessage.Publish(request, output, count),
                stray => OutputMessage.Publish(request, stray.ToOutput(), count)
            ),
            cancellationToken
        );
        if (failure?.ToOutput() is { } error)
        {
            OutputMessage.Publish(request, error, count);
            var reply = ReplyContent.Error(error.Name, error.Message, error.Traceback);
            reply["execution_count"] = count;
            return reply;
        }

        return new JsonObject
        {
            ["status"] = "ok",
            ["execution_count"] = count,
            ["payload"] = new JsonArray(),
            ["user_expressions"] = new JsonObject(),
        };
    }
}
