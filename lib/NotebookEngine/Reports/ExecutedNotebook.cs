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
    internal static string ToJson(NotebookResult result)
    {
        var notebook = result.Notebook!;
        var cells = notebook.Cells.Select(cell =>
            Cell(cell, result.Cells.FirstOrDefault(executed => executed.Id == cell.Id))
        );
        return JupyterJson.Write(
            new JsonObject
            {
                ["cells"] = new JsonArray([.. cells]),
                ["metadata"] = Node(notebook.Metadata),
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
            ["source"] = Lines(cell.Source),
        };
        if (cell.Attachments is { } attachments)
        {
            json["attachments"] = Node(attachments);
        }

        if (cell.Kind == CellKind.Code)
        {
            var outputs = executed?.Outputs ?? [];
            json["execution_count"] = executed?.ExecutionCount;
            json["outputs"] = new JsonArray([.. outputs.Select(output => Output(output, executed?.ExecutionCount))]);
        }

        return json;
    }

    private static JsonObject Output(CellOutput output, int? executionCount)
    {
        var json = new JsonObject { ["output_type"] = output.OutputType };
        switch (output)
        {
            case CellOutput.Printed printed:
                json["name"] = printed.To;
                json["text"] = Lines(printed.Text);
                break;
            case CellOutput.Displayed displayed:
                json["data"] = Data(displayed.Data);
                json["metadata"] = new JsonObject();
                break;
            case CellOutput.Returned returned:
                json["data"] = Data(returned.Data);
                json["metadata"] = new JsonObject();
                json["execution_count"] = executionCount;
                break;
            case CellOutput.Failed failed:
                json["ename"] = failed.Name;
                json["evalue"] = failed.Message;
                json["traceback"] = new JsonArray([.. failed.Traceback.Select(line => (JsonNode)line)]);
                break;
        }

        return json;
    }

    private static JsonObject Data(MimeBundle bundle)
    {
        var json = bundle.ToJson();
        foreach (var (mimeType, text) in bundle.Forms.Where(form => IsSplit(form.Key)))
        {
            json[mimeType] = Lines(text);
        }

        return json;
    }

    // Jupyter keeps text as a list of lines, and everything else, such as an image in Base64, as one string.
    private static bool IsSplit(string mimeType) =>
        mimeType.StartsWith("text/", StringComparison.Ordinal)
        || mimeType is "application/javascript" or "image/svg+xml";

    private static JsonArray Lines(string text)
    {
        var lines = text.Split('\n');
        var withEnds = lines[..^1].Select(line => $"{line}\n").Append(lines[^1]).Where(line => line.Length > 0);
        return new JsonArray([.. withEnds.Select(line => (JsonNode)line)]);
    }

    private static JsonNode? Node(JsonElement element) =>
        JsonNode.Parse(element.GetRawText(), documentOptions: new() { MaxDepth = 256 });
}
