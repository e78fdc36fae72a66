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
        var rows = HtmlRules.Parse(new DecisionTraceView(SampleTrace.Failing).ToHtml()).Descendants("tr").ToList();

        Assert.Contains("✗ failed", rows[3].Value);
        Assert.NotNull(rows[3].Attribute("style"));
        Assert.Null(rows[2].Attribute("style"));
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
        Assert.NotNull(HtmlRules.Parse(view.ToHtml()).Descendants("tr").Last().Attribute("style"));
    }

    [Fact]
    public void An_empty_trace_says_that_nothing_was_checked() =>
        Assert.Contains("Nothing was checked", new DecisionTraceView(new DecisionTrace([])).ToString());
}
