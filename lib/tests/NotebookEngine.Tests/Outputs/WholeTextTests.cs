using NotebookEngine.Notebooks;
using NotebookEngine.Outputs;

namespace NotebookEngine.Tests.Outputs;

/// <summary>What a cell puts out has U+FFFD in a notebook where it is half a surrogate pair.</summary>
public sealed class WholeTextTests
{
    [Fact]
    public void Halves_are_replaced_in_text_and_in_JSON_and_whole_pairs_are_kept()
    {
        var shown = new CellOutput.Displayed(
            new MimeBundle(
                new Dictionary<string, string>
                {
                    ["application/json"] = """{"\\\ud83d":["\ude00","\ud83d\ude00","\\ud83d","😀"]}""",
                    ["text/plain"] = "a\ud83d",
                }
            )
        );

        Assert.Equal(
            """
            {
             "data": {
              "application/json": {
               "\\�": [
                "�",
                "😀",
                "\\ud83d",
                "😀"
               ]
              },
              "text/plain": [
               "a�"
              ]
             },
             "metadata": {},
             "output_type": "display_data"
            }

            """,
            JupyterJson.Write(OutputJson.ForNotebook(shown, executionCount: null)),
            ignoreLineEndingDifferences: true
        );
    }

    [Fact]
    public void A_failure_is_whole_too()
    {
        var json = OutputJson.ForNotebook(new CellOutput.Failed("E", "\ude00", ["\ud83d😀"]), executionCount: null);

        Assert.Equal("\ufffd", (string?)json["evalue"]);
        Assert.Equal("\ufffd😀", (string?)json["traceback"]![0]);
    }
}
