using ClientAuth.Visuals.Charts;

namespace ClientAuth.Visuals.Tests.Contract;

public sealed class HostileInputTests
{
    private static readonly string[] HoverTemplates =
    [
        "%{y}<br>%{fullData.name}: %{customdata}<extra></extra>",
        "%{y}<br>%{x}: %{fullData.name}<extra></extra>",
        "%{customdata[0]}<br>%{fullData.name}<br>%{customdata[1]}<extra></extra>",
    ];

    public static TheoryData<string> Texts => Hostile.Texts;

    [Theory]
    [MemberData(nameof(Texts))]
    public void Html_holds_the_text_as_text_only(string text)
    {
        foreach (var view in AllViews.With(text))
        {
            var html = AllViews.Html(view);
            HtmlRules.AssertSafe(html);
            HtmlRules.AssertNothingInvisible(html);
        }
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void Plain_text_holds_nothing_that_acts_on_a_terminal(string text)
    {
        foreach (var view in AllViews.With(text))
        {
            HtmlRules.AssertNothingInvisible(view.ToString()!);
        }
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_plotly_label_holds_no_markup(string text)
    {
        foreach (var chart in AllViews.With(text).OfType<Chart>())
        {
            // A hover template is the same for every text; it takes what it shows from elsewhere in the figure.
            var strings = PlotlyJson.Strings(chart.ToPlotlyJson()).Where(s => !HoverTemplates.Contains(s)).ToList();
            Assert.DoesNotContain(strings, s => s.Contains('<', StringComparison.Ordinal));
            Assert.All(strings, HtmlRules.AssertNothingInvisible);
        }
    }

    [Fact]
    public void A_text_of_100_000_characters_is_cut_and_the_rest_counted()
    {
        foreach (var view in AllViews.With(new string('A', 100_000)).Where(view => view is not CertificateCardView))
        {
            Assert.True(AllViews.Html(view).Length < 100_000, $"{view.GetType().Name} {AllViews.Html(view).Length}");
            Assert.True(view.ToString()!.Length < 100_000, $"{view.GetType().Name} {view.ToString()!.Length}");
        }
    }

    [Fact]
    public void A_header_that_carries_a_line_break_stays_one_line()
    {
        var exchange = Samples.SampleExchange.WithHeader("X-Name", "a\r\nSet-Cookie: stolen=1");

        var lines = new HttpTranscriptView(exchange).ToString().Split('\n');

        Assert.Contains("X-Name: a␍␊Set-Cookie: stolen=1", lines);
    }

    [Fact]
    public void A_bidirectional_override_is_shown_by_its_number() =>
        Assert.Contains(
            "user⟨U+202E⟩gnp.exe",
            HtmlRules.Parse(new FactsView("t", ("file", "user\u202Egnp.exe")).ToHtml()).Value
        );
}
