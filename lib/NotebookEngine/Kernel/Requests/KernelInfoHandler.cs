using System.Text.Json.Nodes;
using NotebookEngine.Kernel.Messages;
using NotebookEngine.Kernel.Wire;

namespace NotebookEngine.Kernel.Requests;

/// <summary><c>kernel_info_request</c>: the kernel's name, version and language. Front ends write the language into the notebook.</summary>
internal sealed class KernelInfoHandler : IRequestHandler
{
    public IReadOnlyList<string> MessageTypes => ["kernel_info_request"];

    /// <summary>
    /// The language as a front end writes it into a notebook's <c>metadata.language_info</c>. It never changes, and equals what the
    /// committed notebooks have there, so that saving changes nothing. The name must be VS Code's id of the language: under any
    /// other name VS Code adds <c>vscode.languageId</c> to each code cell that it saves. (A kernelspec says <c>C#</c>.)
    /// </summary>
    internal static JsonObject LanguageInfo =>
        new()
        {
            ["name"] = "csharp",
            ["version"] = "14.0",
            ["mimetype"] = "text/x-csharp",
            ["file_extension"] = ".cs",
            ["pygments_lexer"] = "csharp",
        };

    public Task<JsonObject?> HandleAsync(KernelRequest request, CancellationToken cancellationToken) =>
        Task.FromResult<JsonObject?>(
            new JsonObject
            {
                ["status"] = "ok",
                ["protocol_version"] = MessageHeader.ProtocolVersion,
                ["implementation"] = "notebook-engine",
                ["implementation_version"] = Version,
                ["language_info"] = LanguageInfo,
                ["banner"] = $"C# 14 on .NET {Environment.Version.ToString(2)}",
                ["debugger"] = false,
                ["help_links"] = new JsonArray(),
            }
        );

    private static string Version => typeof(KernelInfoHandler).Assembly.GetName().Version!.ToString(3);
}
