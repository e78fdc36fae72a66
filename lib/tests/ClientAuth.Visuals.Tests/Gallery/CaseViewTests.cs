using ClientAuth.Protocol.Recording;
using ClientAuth.Visuals.Gallery;
using ClientAuth.Visuals.Tests.Contract;
using ClientAuth.Visuals.Tests.Samples;

namespace ClientAuth.Visuals.Tests.Gallery;

public sealed class CaseViewTests
{
    private static readonly ShownCase Refused = SampleGallery.Shown("J24") with
    {
        Title = "exp five minutes ago",
        Response = "401 invalid_client",
        Sent = SampleExchange.Refused,
        Mended = SampleExchange.WithHeader("Accept", "application/json"),
        Before = [SampleExchange.Token],
    };

    [Fact]
    public void A_refusal_is_shown_from_both_ends_with_the_mended_request_beside_it()
    {
        var page = HtmlRules.Parse(new CaseView(Refused).ToHtml());

        Assert.Contains("On the wire", page.Value, StringComparison.Ordinal);
        Assert.Contains("In the server's log", page.Value, StringComparison.Ordinal);
        Assert.Contains("The mended request (−) and this one (+)", page.Value, StringComparison.Ordinal);
        Assert.Equal(
            ["The request as it crossed the wire", "What was sent before"],
            page.Descendants("summary")
                .Select(summary => summary.Value)
                .Where(IsOfTheCase)
                .Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void Checks_that_passed_are_folded_to_their_names()
    {
        var page = HtmlRules.Parse(new CaseView(Refused).ToHtml());
        var passed = page.Descendants("details")
            .First(fold => fold.Value.Contains("before this one passed", StringComparison.Ordinal));

        Assert.Equal(
            string.Join(
                ", ",
                SampleTrace.Failing.Decisions.Where(one => one.Verdict == Verdict.Passed).Select(one => one.Check)
            ),
            passed.Element("p")!.Value
        );
    }

    [Fact]
    public void Folded_it_says_answer_and_check() =>
        Assert.Contains(
            $"J24: exp five minutes ago 401 invalid_client, at {SampleTrace.Failing.Failure!.Check}",
            HtmlRules.Parse(new CaseView(Refused).Folded().ToHtml()).Value,
            StringComparison.Ordinal
        );

    [Fact]
    public void What_is_accepted_stands_beside_another_request_and_not_beside_a_mended_one()
    {
        var text = HtmlRules.Parse(new CaseView(Refused with { Sent = SampleExchange.Token }).ToHtml()).Value;

        Assert.Contains("✓ 200 OK", text, StringComparison.Ordinal);
        Assert.Contains("Another request (−) and this one (+)", text, StringComparison.Ordinal);
        Assert.DoesNotContain("mended", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_request_like_any_other_is_not_compared()
    {
        var view = new CaseView(Refused with { Sent = SampleExchange.Token, Mended = SampleExchange.Token });

        Assert.Contains("The request differs in nothing from another one.", view.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("(−)", view.ToString() + view.ToHtml(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_no_server_saw_is_told_by_its_answer() =>
        Assert.Contains(
            "answer connection refused",
            HtmlRules
                .Parse(
                    new CaseView(Refused with { Sent = null, Mended = null, Response = "connection refused" }).ToHtml()
                )
                .Value,
            StringComparison.Ordinal
        );

    private static bool IsOfTheCase(string summary) =>
        summary.StartsWith("The request", StringComparison.Ordinal)
        || summary.StartsWith("What was", StringComparison.Ordinal);
}
