using System.Text.Json.Nodes;
using NotebookEngine.Outputs;
using NotebookEngine.Reports;

namespace NotebookEngine.Tests.Display;

public sealed class DisplayedValueTests(Engine engine)
{
    [Fact]
    public async Task An_update_takes_the_place_of_the_value_in_its_own_cell()
    {
        var result = await engine.RunAsync(
            new NotebookText().Code(
                "a",
                """
                var bar = "0 %".Display();
                "other".Display();
                Console.WriteLine("between");
                bar.Update("50 %");
                bar.Update("100 %");
                """
            )
        );

        Assert.Equal(["100 %", "other"], result["a"].Shown.Select(shown => shown.Text));
        Assert.Equal(3, result["a"].Outputs.Count);
    }

    [Fact]
    public async Task An_update_by_a_later_cell_changes_the_earlier_one_in_the_executed_notebook()
    {
        var result = await engine.RunAsync(
            new NotebookText().Code("show", "var bar = 1.Display();").Code("update", "bar.Update(2);")
        );

        var cells = JsonNode.Parse(ExecutedNotebook.ToJson(result))!["cells"]!;
        Assert.Equal("""["2"]""", cells[0]!["outputs"]![0]!["data"]!["text/plain"]!.ToJsonString());
        Assert.Equal("{}", cells[0]!["outputs"]![0]!["metadata"]!.ToJsonString());
        Assert.Empty(cells[1]!["outputs"]!.AsArray());
    }

    [Fact]
    public async Task An_update_keeps_the_MIME_types_that_were_asked_for()
    {
        var result = await engine.RunAsync(
            new NotebookText().Code("a", "var place = 1.Display(\"application/json\");\nplace.Update(2);")
        );

        Assert.Equal(
            new Dictionary<string, string> { ["application/json"] = "2", ["text/plain"] = "2" },
            Assert.Single(result["a"].Shown).Forms
        );
    }

    [Fact]
    public async Task What_is_displayed_as_the_last_expression_is_not_shown_twice()
    {
        var result = await engine.RunAsync(new NotebookText().Code("a", "1.Display()"));

        Assert.IsType<CellOutput.Displayed>(Assert.Single(result["a"].Outputs));
    }
}
