using System.Diagnostics;
using System.Text.Json.Nodes;
using NotebookEngine.Notebooks;

namespace NotebookEngine.Outputs;

/// <summary>Writes outputs in Jupyter's JSON: as a notebook file keeps them, and as messages of the kernel carry them.</summary>
internal static class OutputJson
{
    /// <summary>
    /// As nbformat 4.5 keeps it: with its <c>output_type</c>, with text as a list of lines, and with U+FFFD where a cell put out half a
    /// surrogate pair.
    /// </summary>
    internal static JsonObject ForNotebook(CellOutput output, int? executionCount)
    {
        var json = Content(output, executionCount);
        json["output_type"] = output.OutputType;
        if (output is CellOutput.Printed printed)
        {
            json["text"] = JupyterJson.Lines(printed.Text);
        }
        else if (output.Value is { } value)
        {
            foreach (var (mimeType, text) in value.Forms.Where(form => IsSplit(form.Key)))
            {
                json["data"]![mimeType] = JupyterJson.Lines(text);
            }
        }

        return (JsonObject)WholeText.Of(json);
    }

    /// <summary>As the content of a message on iopub: with the place where a value is shown.</summary>
    internal static JsonObject ForMessage(CellOutput output, int? executionCount)
    {
        var json = Content(output, executionCount);
        if (output is CellOutput.Displayed or CellOutput.Updated)
        {
            json["transient"] = new JsonObject
            {
                ["display_id"] = (output as CellOutput.Displayed)?.Id ?? (output as CellOutput.Updated)?.DisplayId,
            };
        }

        return json;
    }

    /// <summary>The <c>msg_type</c>: an update is no output of its own, for notebooks keep what it has changed.</summary>
    internal static string MessageType(CellOutput output) =>
        output is CellOutput.Updated ? "update_display_data" : output.OutputType;

    private static JsonObject Content(CellOutput output, int? executionCount) =>
        output switch
        {
            CellOutput.Printed printed => new JsonObject { ["name"] = printed.To, ["text"] = printed.Text },
            CellOutput.Returned returned => new JsonObject
            {
                ["data"] = returned.Data.ToJson(),
                ["metadata"] = new JsonObject(),
                ["execution_count"] = executionCount,
            },
            CellOutput.Failed failed => new JsonObject
            {
                ["ename"] = failed.Name,
                ["evalue"] = failed.Message,
                ["traceback"] = new JsonArray([.. failed.Traceback.Select(line => (JsonNode)line)]),
            },
            { Value: { } value } => new JsonObject { ["data"] = value.ToJson(), ["metadata"] = new JsonObject() },
            _ => throw new UnreachableException(),
        };

    // Jupyter keeps text as a list of lines, and everything else, such as an image in Base64, as one string.
    private static bool IsSplit(string mimeType) =>
        mimeType.StartsWith("text/", StringComparison.Ordinal)
        || mimeType is "application/javascript" or "image/svg+xml";
}
