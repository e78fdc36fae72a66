using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;
using NotebookEngine.FrontEnds.Tests.Processes;

namespace NotebookEngine.FrontEnds.Tests.Hub;

/// <summary>A kernel behind a learner's server, reached as a page reaches it: by one WebSocket with all its channels.</summary>
internal sealed class LearnerKernel : IAsyncDisposable
{
    // Those that are outputs of a cell, by the names that a notebook has for them.
    private static readonly string[] Outputs = ["stream", "display_data", "execute_result", "error"];

    private readonly ClientWebSocket _socket = new();
    private readonly string _session = Guid.NewGuid().ToString("N");

    private LearnerKernel(string id) => Id = id;

    public string Id { get; }

    public static async Task<LearnerKernel> ConnectAsync(JupyterHub hub, string learner, string id)
    {
        var kernel = new LearnerKernel(id);
        kernel._socket.Options.SetRequestHeader("Authorization", hub.Authorization.ToString());
        kernel._socket.Options.Proxy = null;
        var address = new UriBuilder(new Uri(hub.Address, $"user/{learner}/api/kernels/{id}/channels"))
        {
            Scheme = "ws",
            Query = $"session_id={kernel._session}",
        };
        using var limit = TestLimit.Start();
        await kernel._socket.ConnectAsync(address.Uri, limit.Token);
        return kernel;
    }

    /// <summary>Runs a cell to its end.</summary>
    /// <returns>Its outputs, as a notebook keeps them.</returns>
    public async Task<JsonArray> ExecuteAsync(string code)
    {
        using var limit = TestLimit.Start();
        var request = Guid.NewGuid().ToString("N");
        await _socket.SendAsync(
            JsonSerializer.SerializeToUtf8Bytes(Request(request, code)),
            WebSocketMessageType.Text,
            endOfMessage: true,
            limit.Token
        );
        var outputs = new JsonArray();
        var (replied, idle) = (false, false);
        while (!replied || !idle)
        {
            var message = await ReceiveAsync(limit.Token);
            if ((string?)message["parent_header"]?["msg_id"] != request)
            {
                continue;
            }

            var type = (string)message["msg_type"]!;
            var content = message["content"]!.AsObject();
            replied |= type == "execute_reply";
            idle |= type == "status" && (string?)content["execution_state"] == "idle";
            if (Outputs.Contains(type))
            {
                outputs.Add(OutputOf(type, content));
            }
        }

        return outputs;
    }

    public async ValueTask DisposeAsync()
    {
        if (_socket.State is WebSocketState.Open)
        {
            await _socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
        }

        _socket.Dispose();
    }

    private static JsonObject OutputOf(string type, JsonObject content)
    {
        var output = new JsonObject { ["output_type"] = type };
        foreach (var (member, value) in content.Where(member => member.Key != "transient"))
        {
            output[member] = value?.DeepClone();
        }

        return output;
    }

    private JsonObject Request(string id, string code) =>
        new()
        {
            ["header"] = new JsonObject
            {
                ["msg_id"] = id,
                ["msg_type"] = "execute_request",
                ["session"] = _session,
                ["username"] = "",
                ["version"] = "5.3",
                ["date"] = "",
            },
            ["parent_header"] = new JsonObject(),
            ["metadata"] = new JsonObject(),
            ["content"] = new JsonObject
            {
                ["code"] = code,
                ["silent"] = false,
                ["store_history"] = true,
                ["user_expressions"] = new JsonObject(),
                ["allow_stdin"] = false,
                ["stop_on_error"] = true,
            },
            ["channel"] = "shell",
            ["buffers"] = new JsonArray(),
        };

    private async Task<JsonNode> ReceiveAsync(CancellationToken cancellationToken)
    {
        using var message = new MemoryStream();
        var buffer = new byte[64 * 1024];
        while (true)
        {
            var part = await _socket.ReceiveAsync(buffer, cancellationToken);
            Assert.NotEqual(WebSocketMessageType.Close, part.MessageType);
            message.Write(buffer, 0, part.Count);
            if (part.EndOfMessage)
            {
                return JsonNode.Parse(message.ToArray())!;
            }
        }
    }
}
