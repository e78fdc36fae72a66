using System.Text.Json;

namespace NotebookEngine.Notebooks;

/// <summary>Checks outputs that an earlier run left in the file. They are not kept, but half-valid files are refused.</summary>
internal static class OutputRules
{
    internal static void Check(JsonElement output, string where)
    {
        output.MustBe(JsonValueKind.Object, where);
        switch (output.Required("output_type", JsonValueKind.String, where).GetString())
        {
            case "stream":
                output.Required("name", JsonValueKind.String, where);
                output.Required("text", where).MultilineString($"{where}: 'text'");
                break;
            case "execute_result":
                output.Required("execution_count", where);
                goto case "display_data";
            case "display_data":
                CheckForms(output.Required("data", JsonValueKind.Object, where), where);
                output.Required("metadata", JsonValueKind.Object, where);
                break;
            case "error":
                output.Required("ename", JsonValueKind.String, where);
                output.Required("evalue", JsonValueKind.String, where);
                var traceback = output.Required("traceback", JsonValueKind.Array, where);
                MustBeStrings(traceback, $"{where}: 'traceback'");
                break;
            case var other:
                throw new FormatRuleException(where, $"'{other}' is no output_type");
        }
    }

    // A MIME type of JSON holds any value; every other one a text or a list of its lines.
    private static void CheckForms(JsonElement data, string where)
    {
        foreach (var form in data.EnumerateObject().Where(form => !JupyterJson.IsJson(form.Name)))
        {
            var place = $"{where}: '{form.Name}'";
            if (form.Value.ValueKind == JsonValueKind.Array)
            {
                MustBeStrings(form.Value, place);
            }
            else
            {
                form.Value.MustBe(JsonValueKind.String, place);
            }
        }
    }

    private static void MustBeStrings(JsonElement items, string where)
    {
        foreach (var item in items.EnumerateArray())
        {
            item.MustBe(JsonValueKind.String, where);
        }
    }
}
