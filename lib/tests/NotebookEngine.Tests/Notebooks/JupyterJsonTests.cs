using System.Text.Json.Nodes;
using NotebookEngine.Notebooks;

namespace NotebookEngine.Tests.Notebooks;

/// <summary>The expected bytes are those of Python's nbformat 5.</summary>
public sealed class JupyterJsonTests
{
    [Fact]
    public void Members_are_sorted_and_indented_by_one_space() =>
        Assert.Equal(
            "{\n \"a\": [\n  1,\n  {}\n ],\n \"b\": [],\n \"c\": 1.50\n}\n",
            JupyterJson.Write(JsonNode.Parse("""{"c":1.50,"b":[],"a":[1,{}]}""")!)
        );

    [Fact]
    public void Only_what_must_be_is_escaped() =>
        Assert.Equal(
            "\"<ä😀\u2028+'&> \\\" \\\\ \\n \\r \\t \\b \\f \\u001b \\ud83d\"\n",
            JupyterJson.Write(JsonValue.Create("<ä😀\u2028+'&> \" \\ \n \r \t \b \f \u001b \ud83d"))
        );
}
