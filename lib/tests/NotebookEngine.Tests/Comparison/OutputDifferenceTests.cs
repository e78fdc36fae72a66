using System.Text.Json.Nodes;
using NotebookEngine.Comparison;

namespace NotebookEngine.Tests.Comparison;

/// <summary>A comparison that masks is worth what it still notices.</summary>
public sealed class OutputDifferenceTests
{
    private const string Printed =
        """{"output_type": "stream", "name": "stdout", "text": ["issued at 2026-11-23 10:55:11Z\n"]}""";

    private const string View = """
        {"output_type": "execute_result", "execution_count": 1, "metadata": {},
         "data": {"text/html": ["<td>✓ passed</td>"], "text/plain": ["✓ passed"]}}
        """;

    private const string Chart = """
        {"output_type": "display_data", "metadata": {},
         "data": {"application/vnd.plotly.v1+json": {"data": [{"name": "handshake", "x": [5.74]}]},
                  "text/html": ["<svg width=\"9\"><rect width=\"5.74\"/></svg>"], "text/plain": ["handshake 5.74 ms"]}}
        """;

    // A total stands behind its bar, after a no-break space.
    private const string Total = """
        {"output_type": "display_data", "metadata": {},
         "data": {"application/vnd.plotly.v1+json": {"data": [{"text": ["\u00a08.25 ms"]}]},
                  "text/html": ["<svg width=\"9\"></svg>"], "text/plain": ["secret 8.25 ms"]}}
        """;

    private const string OwnChart = """
        {"output_type": "display_data", "metadata": {},
         "data": {"application/vnd.plotly.v1+json": {"data": [{"name": "secret", "x": [1, 2], "y": [7.0305, 41.4833]}],
                                                     "layout": {"height": 420}},
                  "text/html": ["<svg aria-label=\"to 41.4833\"><path d=\"M1 41.4833\"/></svg><tr><th>2</th><td>2</td><td>41.4833</td></tr>"],
                  "text/plain": ["Time (ms) by round: secret, line of 2 values from 7.0305 to 41.4833"]}}
        """;

    private const string Sequence = """
        {"output_type": "display_data", "metadata": {},
         "data": {"text/html": ["<svg><line y1=\"41.5\"/></svg><th>Content-Length</th><td><code>4120</code></td><p>expires_in 300</p>"],
                  "text/plain": ["One request\n1  client -> authorization server  POST /token  JWT, 458 bytes  0.0 ms\n2  authorization server -> client  200 OK  5.4 ms"]}}
        """;

    [Theory]
    [InlineData(Sequence, "41.5", "43")]
    [InlineData(Sequence, "5.4 ms", "112.3 ms")]
    [InlineData(Sequence, "4120", "4119")]
    [InlineData(Printed, "10:55:11Z", "11:02:40Z")]
    [InlineData(Chart, "5.74", "3.1")]
    [InlineData(Total, "8.25", "11.5")]
    [InlineData(OwnChart, "41.4833", "12.75")]
    [InlineData(OwnChart, "7.0305", "7")]
    public void Another_time_and_another_duration_are_no_difference(string output, string before, string after) =>
        Assert.Empty(Between(output, output.Replace(before, after, StringComparison.Ordinal)));

    [Fact]
    public void A_text_in_two_pieces_is_the_same_text() =>
        Assert.Empty(
            Between(
                Printed,
                """{"output_type": "stream", "name": "stdout", "text": ["issued at "]}""",
                """{"output_type": "stream", "name": "stdout", "text": ["2026-11-23 10:55:12Z\n"]}"""
            )
        );

    [Theory]
    [InlineData(Printed, "issued", "refused", "- issued at «time»")]
    [InlineData(Printed, "stdout", "stderr", "outputs [stream stdout] expected, [stream stderr] seen")]
    [InlineData(Printed, "\\n", "", "-")]
    [InlineData(View, "execute_result", "display_data", "outputs [execute_result] expected, [display_data] seen")]
    [InlineData(View, "text/html", "text/markdown", "text/html:\n  - <td>✓ passed</td>\n  + (missing)")]
    [InlineData(View, "<td>✓ passed</td>", "<td>✗ failed</td>", "+ <td>✗ failed</td>")]
    [InlineData(Sequence, "client -> authorization", "client -> resource", "text/plain")]
    [InlineData(Sequence, "expires_in 300", "expires_in 60", "text/html")]
    [InlineData(Chart, "\"handshake\"", "\"connect\"", "application/vnd.plotly.v1+json")]
    [InlineData(Chart, "\"x\"", "\"y\"", "application/vnd.plotly.v1+json")]
    [InlineData(Chart, "handshake 5.74 ms", "connect 5.74 ms", "text/plain")]
    [InlineData(Total, "\\u00a0", "", "application/vnd.plotly.v1+json")]
    [InlineData(OwnChart, "\"x\": [1, 2]", "\"x\": [1, 3]", "application/vnd.plotly.v1+json")]
    [InlineData(OwnChart, "7.0305, 41.4833", "41.4833", "application/vnd.plotly.v1+json")]
    [InlineData(OwnChart, "420", "421", "application/vnd.plotly.v1+json")]
    [InlineData(OwnChart, "\"secret\"", "\"mutual TLS\"", "application/vnd.plotly.v1+json")]
    [InlineData(OwnChart, "of 2 values", "of 3 values", "text/plain")]
    [InlineData(OwnChart, "svg", "div", "text/html")]
    [InlineData(OwnChart, "<td>2</td>", "<td>3</td>", "text/html")]
    public void A_real_difference_is_told(string output, string before, string after, string told) =>
        Assert.Contains(
            Between(output, output.Replace(before, after, StringComparison.Ordinal)),
            difference => difference.StartsWith("only: ") && difference.Contains(told)
        );

    [Fact]
    public void A_missing_output_a_missing_cell_and_another_count_are_told()
    {
        Assert.Equal(["only: outputs [stream stdout] expected, [] seen"], Between(Printed));
        Assert.Equal(
            ["1 code cells expected, 0 seen"],
            Told(Notebook(1, Printed), new SavedNotebook(new() { ["cells"] = new JsonArray() }))
        );
        Assert.Equal(["only: execution count 1 expected, 2 seen"], Told(Notebook(1, Printed), Notebook(2, Printed)));
    }

    private static IReadOnlyList<string> Between(string expected, params string[] seen) =>
        Told(Notebook(1, expected), Notebook(1, seen));

    private static IReadOnlyList<string> Told(SavedNotebook expected, SavedNotebook seen) =>
        [.. OutputDifference.Between(expected, seen).Select(difference => difference.ToString())];

    private static SavedNotebook Notebook(int count, params string[] outputs) =>
        new(
            JsonNode
                .Parse(
                    $$"""
                    {"cells": [{"cell_type": "code", "id": "only", "execution_count": {{count}}, "outputs": [{{string.Join(
                        ',',
                        outputs
                    )}}]}]}
                    """
                )!
                .AsObject()
        );
}
