using System.Text.Json.Nodes;
using NotebookEngine.Kernel.Messages;
using NotebookEngine.Language;

namespace NotebookEngine.Kernel.Requests;

/// <summary><c>inspect_request</c>: what is known about the name at the cursor.</summary>
internal sealed class InspectHandler(CellLanguage language) : IRequestHandler
{
    public IReadOnlyList<string> MessageTypes => ["inspect_request"];

    public async Task<JsonObject?> HandleAsync(KernelRequest request, CancellationToken cancellationToken)
    {
        var code = request.Content.Text("code");
        var cursor = CodePoints.ToUtf16(code, request.Content.Number("cursor_pos"));
        var detail = request.Content.Number("detail_level", 0)!.Value;
        var hover = await language.InspectAsync(code, cursor, detail, cancellationToken);
        var reply = ReplyContent.Ok();
        reply["found"] = hover is not null;
        reply["data"] = hover is null ? [] : Data(hover);
        reply["metadata"] = new JsonObject();
        return reply;
    }

    private static JsonObject Data(Hover hover)
    {
        var data = new JsonObject { ["text/plain"] = hover.PlainText, ["text/markdown"] = hover.Markdown };
        if (hover.Html is { } html)
        {
            data["text/html"] = html;
        }

        return data;
    }
}
