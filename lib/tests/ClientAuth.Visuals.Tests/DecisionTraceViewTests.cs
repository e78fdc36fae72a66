using System.Xml.Linq;
using ClientAuth.Protocol.Recording;
using ClientAuth.Visuals.Tests.Contract;
using ClientAuth.Visuals.Tests.Samples;

namespace ClientAuth.Visuals.Tests;

public sealed class DecisionTraceViewTests
{
    [Fact]
    public void Plain_text_is_an_aligned_table() =>
        Assert.Equal(
            """
            What the server checked
            Refused by assertion.aud; nothing after it was checked
            #  Check           Expected                Seen                   Verdict   Specification
            -  --------------  ----------------------  ---------------------  --------  -------------
            1  request.method  POST                    POST                   ✓ passed  RFC 6749 §3.2
            2  client.known    a registered client     mobile-app             ✓ passed  RFC 6749 §5.2
            3  assertion.aud   https://localhost:8443  https://other.example  ✗ failed  RFC 7523 §3
            """.ReplaceLineEndings("\n"),
            new DecisionTraceView(SampleTrace.Failing).ToString()
        );

    [Fact]
    public void The_failing_line_says_so_in_words_and_stands_out()
    {
        var rows = OpenRows(new DecisionTraceView(SampleTrace.Failing));

        Assert.Contains("✗ failed", rows[^1].Value);
        Assert.NotNull(rows[^1].Attribute("style"));
        Assert.Null(rows[0].Attribute("style"));
    }

    [Fact]
    public void What_passed_folds_into_a_line_for_each_group_where_the_first_of_it_ran()
    {
        var trace = SampleTrace.FailingAt("request.method", "client.known", "request.body", "grant.type");

        var rows = OpenRows(new DecisionTraceView(trace));

        Assert.Equal(
            ["✓ request: 2 checks passed", "✓ client: 1 check passed"],
            rows.SelectMany(row => row.Descendants("summary")).Select(summary => summary.Value)
        );
        Assert.Equal(["✓ 1", "✓ 3"], Numbers(rows[0].Descendants("details").Single()));
        Assert.Contains("grant.type", rows[2].Value);
    }

    [Theory]
    [InlineData("secret.value")]
    [InlineData("secret")]
    public void What_the_reader_is_to_look_at_stands_open(string about)
    {
        var trace = SampleTrace.Of("request.method", "secret.value");

        var rows = OpenRows(new DecisionTraceView(trace) { About = [about] });

        Assert.Equal(2, rows.Count);
        Assert.Empty(rows[1].Descendants("details"));
        Assert.Contains("secret.value", rows[1].Value);
    }

    [Fact]
    public void A_folded_line_says_that_others_of_its_group_stand_open()
    {
        var trace = SampleTrace.Of("assertion.alg", "assertion.key", "assertion.crit");

        var rows = OpenRows(new DecisionTraceView(trace) { About = ["assertion.key"] });

        Assert.Equal("✓ assertion: 2 more checks passed", rows[0].Descendants("summary").Single().Value);
    }

    [Fact]
    public void A_trace_without_failure_says_how_many_checks_passed() =>
        Assert.Contains("All 2 checks passed", new DecisionTraceView(SampleTrace.Passing).ToString());

    [Fact]
    public void A_scripted_fault_is_no_check_and_stands_out()
    {
        var fault = new Decision(
            "fault.scripted",
            "the answer as it is",
            "resets",
            Verdict.Faulted,
            "the fault script"
        );
        var view = new DecisionTraceView(new DecisionTrace([.. SampleTrace.Passing.Decisions, fault]));

        Assert.Contains("2 checks passed, and a scripted fault struck", view.ToString());
        Assert.Contains("⚡ fault", view.ToString());
        Assert.NotNull(OpenRows(view)[^1].Attribute("style"));
    }

    [Fact]
    public void An_empty_trace_says_that_nothing_was_checked() =>
        Assert.Contains("Nothing was checked", new DecisionTraceView(new DecisionTrace([])).ToString());

    private static List<XElement> OpenRows(DecisionTraceView view) =>
        [.. HtmlRules.Content(view.ToHtml()).Elements("table").Elements("tbody").Elements("tr")];

    private static IEnumerable<string> Numbers(XElement folded) =>
        folded.Descendants("tbody").Elements("tr").Select(row => row.Element("th")!.Value);
}
