using System.Text.Json.Nodes;
using NotebookEngine.Kernel.Cells;
using NotebookEngine.Kernel.Messages;

namespace NotebookEngine.Kernel.Requests;

/// <summary><c>history_request</c>: the cells that were run in this session; there is no history of earlier ones.</summary>
internal sealed class HistoryHandler(History history) : IRequestHandler
{
    // As IPython counts: 0 is the current session, and so is its own number.
    private const int ThisSession = 1;

    public IReadOnlyList<string> MessageTypes => ["history_request"];

    public Task<JsonObject?> HandleAsync(KernelRequest request, CancellationToken cancellationToken)
    {
        var content = request.Content;
        var entries = Entries(content);
        var withOutput = content.Flag("output", otherwise: false);
        var reply = ReplyContent.Ok();
        reply["history"] = new JsonArray([.. entries.Select(entry => Entry(entry, withOutput))]);
        return Task.FromResult<JsonObject?>(reply);
    }

    private IEnumerable<HistoryEntry> Entries(RequestContent content) =>
        content.Text("hist_access_type") switch
        {
            "range" => content.Number("session", 0) is 0 or ThisSession
                ? history.Range(content.Number("start", 0)!.Value, content.Number("stop", null))
                : [],
            "tail" => history.Tail(content.Number("n")),
            "search" => history.Search(
                content.Text("pattern", "*"),
                content.Number("n", null),
                content.Flag("unique", otherwise: false)
            ),
            _ => throw new MalformedRequestException("'hist_access_type' must be range, tail or search"),
        };

    private static JsonArray Entry(HistoryEntry entry, bool withOutput) =>
        [
            ThisSession,
            entry.Line,
            withOutput ? new JsonArray(entry.Input, entry.Output) : JsonValue.Create(entry.Input),
        ];
}
