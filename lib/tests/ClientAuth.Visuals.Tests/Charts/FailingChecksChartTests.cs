using System.Text.Json;
using System.Xml.Linq;
using ClientAuth.Visuals.Charts;
using ClientAuth.Visuals.Tests.Contract;
using ClientAuth.Visuals.Tests.Samples;

namespace ClientAuth.Visuals.Tests.Charts;

public sealed class FailingChecksChartTests
{
    private static readonly FailingChecksChart Chart = new(
        new CheckedRequest("good", SampleTrace.Of("method", "client", "aud", "jti")),
        new CheckedRequest("wrong aud", SampleTrace.FailingAt("method", "client", "aud")),
        new CheckedRequest("no certificate", SampleTrace.FailingAt("method", "client", "certificate"))
    );

    [Theory]
    [InlineData(1, "data-passed")]
    [InlineData(2, "data-failed")]
    public void The_picture_and_the_plotly_figure_hold_the_same_marks(int trace, string attribute)
    {
        var data = JsonDocument.Parse(Chart.ToPlotlyJson()).RootElement.GetProperty("data")[trace];
        var plotly = Texts(data, "x").Zip(Texts(data, "y"));
        var drawn = HtmlRules
            .Parse(Chart.ToHtml())
            .Descendants()
            .Where(element => element.Attribute(attribute) is not null)
            .Select(e => ((string)e.Attribute(attribute)!, (string)e.Parent!.Attribute("data-row")!));

        Assert.Equal(plotly.Order(), drawn.Order());
    }

    [Fact]
    public void Checks_stand_in_the_servers_order() =>
        Assert.Equal(
            ["method", "client", "certificate", "aud", "jti"],
            Texts(
                JsonDocument.Parse(Chart.ToPlotlyJson()).RootElement.GetProperty("layout").GetProperty("xaxis"),
                "categoryarray"
            )
        );

    [Fact]
    public void The_failing_check_is_written_beside_its_cross()
    {
        XNamespace svg = "http://www.w3.org/2000/svg";
        var row = HtmlRules
            .Parse(Chart.ToHtml())
            .Descendants(svg + "g")
            .Single(g => (string?)g.Attribute("data-row") == "wrong aud");

        Assert.Equal(["wrong aud", "aud"], row.Elements(svg + "text").Select(text => text.Value));
    }

    [Fact]
    public void The_summary_names_each_refused_request_and_its_check() =>
        Assert.Equal(
            "Which check refuses which request: 2 of 3 refused: wrong aud by aud; no certificate by certificate",
            Chart.ToString()
        );

    [Fact]
    public void Two_requests_of_one_label_keep_a_row_each()
    {
        var twice = new CheckedRequest("r", SampleTrace.FailingAt("method"));

        Assert.Contains("r (2)", PlotlyJson.Strings(new FailingChecksChart(twice, twice).ToPlotlyJson()));
    }

    [Fact]
    public void Without_requests_there_is_an_empty_picture() => HtmlRules.AssertSafe(new FailingChecksChart().ToHtml());

    private static IEnumerable<string> Texts(JsonElement element, string name) =>
        element.GetProperty(name).EnumerateArray().Select(item => item.GetString()!);
}
