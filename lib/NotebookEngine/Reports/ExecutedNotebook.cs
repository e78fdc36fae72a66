using System.Text.Json;
using System.Text.Json.Nodes;
using NotebookEngine.Notebooks;
using NotebookEngine.Outputs;
using NotebookEngine.Running;

namespace NotebookEngine.Reports;

/// <summary>
/// A notebook with the outputs of this run, nbformat 4.5. Cells that were not run have none, and ids that an older file
/// lacked are those that reports use.
/// </summary>
internal static class ExecutedNotebook
{
    private const string Mark = "executed_copy";

    /// <summary>The notebook for another place: marked, so that the next run may replace it and nothing that somebody has written.</summary>
    internal static string ToMarkedJson(NotebookResult result)
    {
        var metadata = Node(result.Notebook!.Metadata)!;
        metadata[Mark] = true;
        return ToJson(result, metadata);
    }

    /// <summary>Whether a notebook is such a copy.</summary>
    internal static bool IsMarked(Notebook notebook) =>
        notebook.Metadata.TryGetProperty(Mark, out var mark) && mark.ValueKind == JsonValueKind.True;

    internal static string ToJson(NotebookResult result) => ToJson(result, Node(result.Notebook!.Metadata));

    private static string ToJson(NotebookResult result, JsonNode? metadata)
    {
        var notebook = result.Notebook!;
        var cells = notebook.Cells.Select(cell =>
            Cell(cell, result.Cells.FirstOrDefault(executed => executed.Id == cell.Id))
        );
        return JupyterJson.Write(
            new JsonObject
            {
                ["cells"] = new JsonArray([.. cells]),
                ["metadata"] = metadata,
                ["nbformat"] = 4,
                ["nbformat_minor"] = 5,
            }
        );
    }

    private static JsonObject Cell(NotebookCell cell, CellResult? executed)
    {
        var json = new JsonObject
        {
            ["cell_type"] = cell.Kind switch
            {
                CellKind.Code => "code",
                CellKind.Markdown => "markdown",
                _ => "raw",
            },
            ["id"] = cell.Id,
            ["metadata"] = Node(cell.Metadata),
            ["source"] = JupyterJson.Lines(cell.Source),
        };
        if (cell.Attachments is { } attachments)
        {
            json["attachments"] = Node(attachments);
        }

        if (cell.Kind == CellKind.Code)
        {
            var outputs = executed?.Outputs ?? [];
            json["execution_count"] = executed?.ExecutionCount;
            json["outputs"] = new JsonArray([
                .. outputs.Select(output => OutputJson.ForNotebook(output, executed?.ExecutionCount)),
            ]);
        }

        return json;
    }

    private static JsonNode? Node(JsonElement element) =>
        JsonNode.Parse(element.GetRawText(), documentOptions: new() { MaxDepth = JupyterJson.Deepest });
}
