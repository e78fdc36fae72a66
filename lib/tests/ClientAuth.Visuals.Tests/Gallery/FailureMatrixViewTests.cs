using System.Xml.Linq;
using ClientAuth.Visuals.Gallery;
using ClientAuth.Visuals.Tests.Contract;
using ClientAuth.Visuals.Tests.Samples;

namespace ClientAuth.Visuals.Tests.Gallery;

public sealed class FailureMatrixViewTests
{
    private static readonly FailureMatrixView View = new(
        SampleGallery.Groups,
        SampleGallery.Columns,
        SampleGallery.Cases
    );

    private static XElement Page => HtmlRules.Parse(View.ToHtml());

    [Fact]
    public void As_text_it_counts_runs_and_says_where_each_check_stands() =>
        Assert.Equal(
            """
            What a server must refuse, and what it must not
            4 cases, 6 runs, 1 not answered as they must be
            Group     cases  secret JWT  key JWT
            --------  -----  ----------  -------
            Time      3      ✗ 1 of 2    3
            Audience  1      ·           1
            Time: assertion.exp 2, no check fails 1
            Audience: assertion.aud 1
            """.ReplaceLineEndings("\n"),
            View.ToString()
        );

    [Fact]
    public void A_group_opens_to_its_checks_and_a_check_to_its_cases()
    {
        var time = Page.Descendants("details").First();

        Assert.Equal("Time Is it good now? 3 cases", time.Element("summary")!.Value);
        Assert.Equal(
            ["assertion.exp 2 cases", "no check fails 1 case"],
            time.Elements("div").Elements("details").Elements("summary").Select(summary => summary.Value)
        );
        Assert.Equal(
            [
                "✗ J24 exp five minutes ago → 401 invalid_client (key JWT, secret JWT)",
                "✗ J23 No exp → 401 invalid_client (key JWT, secret JWT), not as it must be",
                "✓ J25 exp within the skew → 200 (key JWT)",
            ],
            time.Descendants("div")
                .Where(line => !line.HasElements || line.Elements("a").Any())
                .Select(line => line.Value)
        );
    }

    [Fact]
    public void Each_case_leads_to_its_row_in_the_page_of_all_cases() =>
        Assert.Equal(
            SampleGallery.Cases.Select(one => $"failure-cases.md#{one.Id}"),
            Page.Descendants("a").Select(link => (string?)link.Attribute("href"))
        );

    [Fact]
    public void Without_a_wrong_answer_it_says_so() =>
        Assert.Contains(
            "2 cases, 2 runs, each answered as it must be",
            new FailureMatrixView(
                SampleGallery.Groups,
                SampleGallery.Columns,
                [.. SampleGallery.Cases.Where(one => one.Runs.Count == 1)]
            ).ToString(),
            StringComparison.Ordinal
        );
}
