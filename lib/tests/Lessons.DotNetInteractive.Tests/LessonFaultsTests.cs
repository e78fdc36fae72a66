using System.Text.Json.Nodes;

namespace Lessons.DotNetInteractive.Tests;

/// <summary>What counts as a defect of an executed lesson.</summary>
public sealed class LessonFaultsTests
{
    private const string Chart = """
        {"application/vnd.plotly.v1+json": {"data": []}, "text/html": "<div><svg></svg></div>", "text/plain": "3 bars"}
        """;

    [Fact]
    public void A_chart_in_three_forms_is_none() => Assert.Empty(FaultsOf(Chart));

    [Fact]
    public void A_chart_whose_data_stand_in_a_table_is_none() =>
        Assert.Empty(FaultsOf(Chart.Replace("<svg></svg>", "<table></table>", StringComparison.Ordinal)));

    [Theory]
    [InlineData("""{"data": []}""", "\"{\\\"data\\\": []}\"", "is text instead of an object")]
    [InlineData("<svg></svg>", "", "without a drawing or table as text/html")]
    [InlineData("3 bars", "", "without its summary as text/plain")]
    [InlineData("<svg></svg>", "<script src='https://cdn.plot.ly/plotly.js'></script>", "blank without a network")]
    [InlineData("<svg></svg>", "<svg></svg><details class=\\\"dni-treeview\\\">", "shows a table of properties")]
    public void A_chart_that_some_viewer_cannot_show_is_told(string before, string after, string told) =>
        Assert.Contains(
            FaultsOf(Chart.Replace(before, after, StringComparison.Ordinal)),
            fault =>
                fault.StartsWith("cell chart: ", StringComparison.Ordinal)
                && fault.Contains(told, StringComparison.Ordinal)
        );

    private static IReadOnlyList<string> FaultsOf(string data) =>
        LessonFaults.In(
            JsonNode
                .Parse(
                    $$"""
                    {"cells": [{"cell_type": "code", "id": "chart", "execution_count": 1,
                      "outputs": [{"output_type": "display_data", "metadata": {}, "data": {{data}}}]}]}
                    """
                )!
                .AsObject()
        );
}
