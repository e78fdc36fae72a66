using System.Text.Json.Nodes;
using NotebookEngine.Kernel.Messages;
using NotebookEngine.Language;

namespace NotebookEngine.Kernel.Requests;

/// <summary><c>complete_request</c>: what fits at the cursor.</summary>
internal sealed class CompleteHandler(CellLanguage language) : IRequestHandler
{
    public IReadOnlyList<string> MessageTypes => ["complete_request"];

    public async Task<JsonObject?> HandleAsync(KernelRequest request, CancellationToken cancellationToken)
    {
        var code = request.Content.Text("code");
        var cursor = CodePoints.ToUtf16(code, request.Content.Number("cursor_pos"));
        var found = await language.CompleteAsync(code, cursor, cancellationToken);
        var start = CodePoints.FromUtf16(code, found.Start);
        var end = CodePoints.FromUtf16(code, found.End);
        var reply = ReplyContent.Ok();
        reply["matches"] = new JsonArray([.. found.Matches.Select(match => (JsonNode)match.Text)]);
        reply["cursor_start"] = start;
        reply["cursor_end"] = end;
        reply["metadata"] = new JsonObject
        {
            // Outside of the protocol, but front ends show kinds and signatures by it.
            ["_jupyter_types_experimental"] = new JsonArray([
                .. found.Matches.Select(match => new JsonObject
                {
                    ["text"] = match.Text,
                    ["type"] = match.Kind,
                    ["signature"] = match.Signature ?? "",
                    ["start"] = start,
                    ["end"] = end,
                }),
            ]),
        };
        return reply;
    }
}
