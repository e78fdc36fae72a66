using System.Text.Json.Nodes;
using System.Xml.Linq;
using NotebookEngine.Notebooks;
using NotebookEngine.Reports;
using NotebookEngine.Running;

namespace NotebookEngine.Tests.Reports;

public sealed class ReportTests(Engine engine)
{
    [Fact]
    public async Task JUnit_has_a_suite_per_notebook_and_a_case_per_code_cell()
    {
        var xml = XDocument.Parse(JUnitReport.Of([await FailingAsync(), Unreadable()]));

        var suites = xml.Root!.Elements("testsuite").ToList();
        Assert.Equal(["lesson", "broken"], suites.Select(suite => (string)suite.Attribute("name")!));
        Assert.Equal(["3 1 0 1", "1 0 1 0"], suites.Select(Counts));
        Assert.Equal(["a", "b", "c"], suites[0].Elements().Select(cell => (string)cell.Attribute("name")!));
        Assert.All(suites[0].Elements(), cell => Assert.Matches(@"\A\d+\.\d{3}\z", (string)cell.Attribute("time")!));

        var failure = Assert.Single(suites[0].Descendants("failure"));
        Assert.Equal("System.DivideByZeroException", (string?)failure.Attribute("type"));
        Assert.Equal("Attempted to divide by zero.", (string?)failure.Attribute("message"));
        Assert.Equal(
            "lesson, cell 2 (b), line 2\n   System.DivideByZeroException: Attempted to divide by zero.\n      2 | 1 / x\n   x = 0",
            failure.Value
        );
        Assert.Equal(
            "cell b failed before it",
            (string?)suites[0].Descendants("skipped").Single().Attribute("message")
        );
        Assert.Equal("no cells", (string?)suites[1].Descendants("error").Single().Attribute("message"));
    }

    [Fact]
    public async Task JSON_says_the_same()
    {
        var failing = await FailingAsync();
        var json = JsonNode.Parse(JsonReport.Of([failing, Unreadable()]))!;

        Assert.Equal("0 passed, 2 failed", $"{json["passed"]} passed, {json["failed"]} failed");
        var lesson = json["notebooks"]![0]!;
        Assert.Equal([failing.Path, "failed"], [(string?)lesson["path"], (string?)lesson["outcome"]]);
        Assert.Equal(
            ["a 1 passed ", "b 2 failed ", "c 3 skipped cell b failed before it"],
            lesson["cells"]!
                .AsArray()
                .Select(cell => $"{cell!["id"]} {cell["number"]} {cell["outcome"]} {cell["skipReason"]}")
        );
        var failure = lesson["cells"]![1]!["failure"]!;
        Assert.Equal("System.DivideByZeroException", (string?)failure["name"]);
        Assert.Equal(2, (int?)failure["line"]);
        Assert.Equal("1 / x", (string?)failure["sourceLine"]);
        Assert.Equal("0", (string?)failure["values"]!["x"]);
        Assert.Equal(
            ["unreadable", "no cells"],
            [.. new[] { "outcome", "problem" }.Select(member => (string?)json["notebooks"]![1]![member])]
        );
    }

    [Fact]
    public async Task Control_characters_in_an_error_break_neither_XML_nor_the_terminal()
    {
        var result = await engine.RunAsync(
            new NotebookText().Code("a", "throw new Exception(\"\\u001b[31m\\0 ]]> <&\\ud83d \\uffff 😀\");")
        );

        const string Message = "\\u001B[31m\\u0000 ]]> <&\\uD83D \\uFFFF 😀";
        var failure = XDocument.Parse(JUnitReport.Of([result])).Descendants("failure").Single();
        Assert.Equal(Message, (string?)failure.Attribute("message"));
        Assert.Contains($"System.Exception: {Message}\n", failure.Value);
        Assert.Contains($"System.Exception: {Message}\n", Summary.Of([result]));
        Assert.DoesNotContain('\u001b', Summary.Of([result]));
        Assert.NotNull(JsonNode.Parse(JsonReport.Of([result])));
    }

    [Fact]
    public async Task The_summary_names_notebook_cell_line_message_and_values_and_counts_last()
    {
        Assert.Equal(
            """
            FAILED lesson, cell 2 (b), line 2
               System.DivideByZeroException: Attempted to divide by zero.
                  2 | 1 / x
               x = 0
            SKIPPED lesson, 1 cell: cell b failed before it
            UNREADABLE broken.ipynb
               no cells
            0 passed, 2 failed

            """,
            Summary.Of([await FailingAsync(), Unreadable()]),
            ignoreLineEndingDifferences: true
        );
    }

    [Fact]
    public async Task Markdown_has_a_row_per_notebook_and_each_problem_below()
    {
        var failing = await FailingAsync() with { Duration = TimeSpan.FromSeconds(1.26) };

        Assert.Equal(
            """
            ## Notebooks: 0 passed, 2 failed

            | notebook | result | cells passed | seconds |
            | --- | --- | ---: | ---: |
            | lesson | **failed** | 1 of 3 | 1.3 |
            | broken | **unreadable** | 0 of 0 | 0.0 |

            ```text
            FAILED lesson, cell 2 (b), line 2
               System.DivideByZeroException: Attempted to divide by zero.
                  2 | 1 / x
               x = 0
            SKIPPED lesson, 1 cell: cell b failed before it
            UNREADABLE broken.ipynb
               no cells
            ```

            """,
            MarkdownSummary.Of([failing, Unreadable()]),
            ignoreLineEndingDifferences: true
        );
    }

    [Fact]
    public async Task Markdown_ends_with_the_table_where_all_passed_and_keeps_a_name_as_it_is()
    {
        var passed = await engine.RunAsync(new NotebookText().Code("a", "1"));

        Assert.EndsWith(
            "| 00\\_a\\|b | passed | 1 of 1 | 0.0 |\n",
            MarkdownSummary.Of([passed with { Path = "00_a|b.ipynb", Duration = TimeSpan.Zero }])
        );
    }

    [Fact]
    public async Task Backticks_in_a_message_do_not_end_the_block_of_a_Markdown_summary()
    {
        var result = await engine.RunAsync(
            new NotebookText().Code("a", "throw new Exception(\"\\n```\\n# no heading\");")
        );

        var lines = MarkdownSummary.Of([result]).Split('\n');

        Assert.Equal(["````text", "````"], lines.Where(line => line.StartsWith("````", StringComparison.Ordinal)));
        Assert.Contains("# no heading", lines[Array.IndexOf(lines, "````text")..^2]);
    }

    [Fact]
    public async Task A_cancelled_notebook_is_an_error_and_says_how_far_it_came()
    {
        var first = await FailingAsync();
        var cancelled = first with
        {
            Outcome = NotebookOutcome.Cancelled,
            Cells = [first["a"], CellResult.Skipped(first["b"].Cell, "the run was cancelled before it")],
        };

        var suite = XDocument.Parse(JUnitReport.Of([cancelled])).Root!.Element("testsuite")!;
        Assert.Equal("3 0 1 1", Counts(suite));
        Assert.Equal(
            "lesson: 1 of 2 cells had ended",
            (string?)suite.Descendants("error").Single().Attribute("message")
        );
        Assert.Equal("CANCELLED lesson: 1 of 2 cells had ended\n0 passed, 1 failed\n", Summary.Of([cancelled]));
        Assert.Equal("cancelled", (string?)JsonNode.Parse(JsonReport.Of([cancelled]))!["notebooks"]![0]!["outcome"]);
    }

    [Fact]
    public async Task A_file_name_with_control_characters_breaks_no_XML()
    {
        var passed = await engine.RunAsync(new NotebookText().Code("a", "1"));

        var xml = XDocument.Parse(JUnitReport.Of([passed with { Path = "/a\u001b.ipynb" }]));

        Assert.Equal("a\\u001B", (string?)xml.Root!.Element("testsuite")!.Attribute("name"));
    }

    private Task<NotebookResult> FailingAsync() =>
        engine.RunAsync(new NotebookText().Code("a", "var x = 0;").Code("b", "var y = 1;\n1 / x").Code("c", "3"));

    private static NotebookResult Unreadable() =>
        NotebookResult.Unreadable(new UnreadableNotebookException("broken.ipynb", "no cells"));

    private static string Counts(XElement suite) =>
        string.Join(
            ' ',
            new[] { "tests", "failures", "errors", "skipped" }.Select(name => (string)suite.Attribute(name)!)
        );
}
