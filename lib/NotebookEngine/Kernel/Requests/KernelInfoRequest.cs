using System.Text.Json.Nodes;
using NotebookEngine.Kernel.Wire;

namespace NotebookEngine.Kernel.Requests;

/// <summary><c>kernel_info_request</c>: who answers here, and in which language. Front ends write the language into the notebook.</summary>
internal sealed class KernelInfoRequest : IRequestHandler
{
    public IReadOnlyList<string> MessageTypes => ["kernel_info_request"];

    public Task<JsonObject?> HandleAsync(KernelRequest request, CancellationToken cancellationToken) =>
        Task.FromResult<JsonObject?>(
            new JsonObject
            {
                ["status"] = "ok",
                ["protocol_version"] = MessageHeader.ProtocolVersion,
                ["implementation"] = "notebook-engine",
                ["implementation_version"] = Version,
                // Equal to what the notebooks have in their metadata, so that saving in a front end changes nothing.
                ["language_info"] = new JsonObject
                {
                    ["name"] = "C#",
                    ["version"] = "14.0",
                    ["mimetype"] = "text/x-csharp",
                    ["file_extension"] = ".cs",
                    ["pygments_lexer"] = "csharp",
                },
                ["banner"] = $"C# 14 on .NET {Environment.Version.ToString(2)}",
                ["debugger"] = false,
                ["help_links"] = new JsonArray(),
            }
        );

    private static string Version => typeof(KernelInfoRequest).Assembly.GetName().Version!.ToString(3);
}
