using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using NotebookEngine.Notebooks;
using NotebookEngine.Reports;

namespace NotebookEngine.Tests.Reports;

public sealed class ExecutedNotebookTests(Engine engine)
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    [Fact]
    public async Task Every_kind_of_output_is_written_as_Jupyter_writes_it()
    {
        var result = await engine.RunAsync(
            new NotebookText()
                .Code("print", "Console.Write(\"one\\ntwo ä\");")
                .Code("show", "\"x\".Display(\"application/json\");")
                .Code("value", "\"x\\n\"")
                .Code("fail", "throw new Exception(\"boom\");", "raises-exception")
                .Code("skip", "1", "skip-execution")
        );

        var cells = JsonNode.Parse(ExecutedNotebook.ToJson(result))!["cells"]!.AsArray();

        Assert.Equal(
            [
                """[{"name":"stdout","output_type":"stream","text":["one\n","two ä"]}]""",
                """[{"data":{"application/json":"x","text/plain":["x"]},"metadata":{},"output_type":"display_data"}]""",
                """[{"data":{"text/plain":["x\n"]},"execution_count":3,"metadata":{},"output_type":"execute_result"}]""",
                """[{"ename":"System.Exception","evalue":"boom","output_type":"error","traceback":["System.Exception: boom","   line 1: throw new Exception(\"boom\");"]}]""",
                "[]",
            ],
            cells.Select(cell => OneLine(cell!["outputs"]!))
        );
        Assert.Equal(
            ["1", "2", "3", "4", "null"],
            cells.Select(cell => cell!["execution_count"]?.ToJsonString() ?? "null")
        );
    }

    [Fact]
    public async Task All_but_the_outputs_comes_back_as_it_was()
    {
        var text = new NotebookText().Markdown("intro", "# Hello\n\n*you*").Code("a", "var x = 1;\nx", "keep");
        text.Root["metadata"]!["polyglot_notebook"] = JsonNode.Parse("""{"kernelInfo":{"items":[1.50,"ä"]}}""");
        text.Cells[0]!["attachments"] = JsonNode.Parse("""{"a.png":{"image/png":"AAAA"}}""");
        text.Cells[1]!["metadata"]!["unknown"] = true;

        var result = await engine.RunAsync(text);
        using var folder = new TempFolder();
        var written = folder.Write("written.ipynb", ExecutedNotebook.ToJson(result));
        var again = Notebook.Read(written);

        Assert.Equal(
            text.Root["metadata"]!.ToJsonString(),
            JsonNode.Parse(again.Metadata.GetRawText())!.ToJsonString()
        );
        Assert.Equal(result.Notebook!.Cells.Select(cell => cell.Source), again.Cells.Select(cell => cell.Source));
        Assert.Equal(
            """{"tags":["keep"],"unknown":true}""",
            OneLine(JsonNode.Parse(again.Cells[1].Metadata.GetRawText())!)
        );
        Assert.Equal("AAAA", again.Cells[0].Attachments?.GetProperty("a.png").GetProperty("image/png").GetString());
        Assert.StartsWith("{\n \"cells\": [\n  {\n   \"attachments\"", File.ReadAllText(written));
        Assert.EndsWith(" \"nbformat\": 4,\n \"nbformat_minor\": 5\n}\n", File.ReadAllText(written));
    }

    private static string OneLine(JsonNode node) => JsonNode.Parse(JupyterJson.Write(node))!.ToJsonString(Readable);
}
