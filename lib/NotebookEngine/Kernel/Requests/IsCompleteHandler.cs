using System.Text.Json.Nodes;
using NotebookEngine.Kernel.Messages;
using NotebookEngine.Language;

namespace NotebookEngine.Kernel.Requests;

/// <summary><c>is_complete_request</c>: whether a console should run what has been typed.</summary>
internal sealed class IsCompleteHandler(CellLanguage language) : IRequestHandler
{
    public IReadOnlyList<string> MessageTypes => ["is_complete_request"];

    public Task<JsonObject?> HandleAsync(KernelRequest request, CancellationToken cancellationToken)
    {
        var judged = language.IsComplete(request.Content.Text("code"));
        var reply = new JsonObject
        {
            ["status"] = judged.Status switch
            {
                CompletenessStatus.Complete => "complete",
                CompletenessStatus.Incomplete => "incomplete",
                _ => "invalid",
            },
        };
        if (judged.Status == CompletenessStatus.Incomplete)
        {
            reply["indent"] = judged.Indent;
        }

        return Task.FromResult<JsonObject?>(reply);
    }
}
