using System.Text.Json;
using System.Xml.Linq;
using ClientAuth.Protocol.Recording;
using ClientAuth.Visuals.Charts;
using ClientAuth.Visuals.Tests.Contract;
using ClientAuth.Visuals.Tests.Samples;

namespace ClientAuth.Visuals.Tests.Charts;

public sealed class FailingChecksChartTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    private static readonly RecordedResponse Issued = new(200, [], "{}");

    private static readonly RecordedResponse Refused = new(401, [], """{"error":"invalid_client"}""");

    private static readonly FailingChecksChart Chart = new(
        new CheckedRequest("good", SampleTrace.Of("method", "client", "aud", "jti"), Issued),
        new CheckedRequest("wrong aud", SampleTrace.FailingAt("method", "client", "aud"), Refused),
        new CheckedRequest("no certificate", SampleTrace.FailingAt("method", "client", "certificate"), Refused)
    );

    [Theory]
    [InlineData("passed", "data-passed", 8)]
    [InlineData("failed: the row ends", "data-failed", 2)]
    [InlineData("not reached", "data-notreached", 3)]
    [InlineData("no such check for this request", "data-nosuchcheck", 2)]
    public void The_picture_and_the_plotly_figure_hold_the_same_marks(string name, string attribute, int count)
    {
        var data = Traces().Single(trace => trace.TryGetProperty("name", out var its) && its.GetString() == name);
        var plotly = Texts(data, "x").Zip(Texts(data, "y")).ToList();
        var drawn = Page()
            .Descendants()
            .Where(element => element.Attribute(attribute) is not null)
            .Select(e => ((string)e.Attribute(attribute)!, (string)e.Parent!.Attribute("data-row")!));

        Assert.Equal(count, plotly.Count);
        Assert.Equal(plotly.Order(), drawn.Order());
    }

    [Fact]
    public void Checks_stand_in_the_servers_order() =>
        Assert.Equal(["method", "client", "certificate", "aud", "jti"], Texts(Layout("xaxis"), "categoryarray"));

    [Fact]
    public void Failing_check_and_answer_are_written_in_the_row_of_both_forms()
    {
        var row = Page().Descendants(Svg + "g").Single(g => (string?)g.Attribute("data-row") == "wrong aud");

        Assert.Equal(["wrong aud", "aud", "401 invalid_client"], row.Elements(Svg + "text").Select(text => text.Value));
        Assert.Equal(
            ["✓ all 4 checks passed", "aud", "certificate", "200 OK", "401 invalid_client", "401 invalid_client"],
            Traces()
                .Where(trace => trace.GetProperty("mode").GetString() == "text")
                .SelectMany(trace => Texts(trace, "text"))
                .Select(text => text.Trim())
        );
    }

    [Fact]
    public void The_narrow_drawing_says_the_same_and_explains_its_numbers()
    {
        var narrow = Page().Descendants(Svg + "svg").Single(svg => (string?)svg.Attribute("aria-hidden") == "true");
        var words = narrow.Descendants(Svg + "text").Select(text => text.Value).ToList();

        Assert.All(
            ["wrong aud", "401 invalid_client", "1", "5", "certificate", "not reached"],
            (string word) => Assert.Contains(word, words)
        );
    }

    [Fact]
    public void What_is_missing_in_a_row_is_explained_and_nothing_that_is_not_there() =>
        Assert.DoesNotContain(
            "no such check",
            new FailingChecksChart(new CheckedRequest("r", SampleExchange.Refused)).ToPlotlyJson(),
            StringComparison.Ordinal
        );

    [Fact]
    public void The_summary_names_each_refused_request_its_check_and_the_answer() =>
        Assert.Equal(
            "Which check refuses which request: 2 of 3 refused: wrong aud by aud (401 invalid_client); "
                + "no certificate by certificate (401 invalid_client)",
            Chart.ToString()
        );

    [Fact]
    public void The_table_names_the_checks_of_each_column()
    {
        var chart = new FailingChecksChart(
            new CheckedRequest("r", SampleTrace.Of("request.method", "request.query"), Issued)
        );
        var cells = HtmlRules.Parse(chart.ToHtml()).Descendants("tr").Last().Elements().Select(cell => cell.Value);

        Assert.Equal(["request: 2 checks", "request.method, request.query"], cells);
    }

    [Fact]
    public void A_request_without_a_response_says_so() =>
        Assert.Contains(
            "no response",
            new FailingChecksChart(new CheckedRequest("r", SampleTrace.Passing, RecordedResponse.Nothing)).ToHtml(),
            StringComparison.Ordinal
        );

    [Fact]
    public void Two_requests_of_one_label_keep_a_row_each()
    {
        var twice = new CheckedRequest("r", SampleTrace.FailingAt("method"), Refused);

        Assert.Contains("r (2)", PlotlyJson.Strings(new FailingChecksChart(twice, twice).ToPlotlyJson()));
    }

    [Fact]
    public void Without_requests_there_is_an_empty_picture() => HtmlRules.AssertSafe(new FailingChecksChart().ToHtml());

    private static XElement Page() => HtmlRules.Parse(Chart.ToHtml());

    private static JsonElement.ArrayEnumerator Traces() =>
        JsonDocument.Parse(Chart.ToPlotlyJson()).RootElement.GetProperty("data").EnumerateArray();

    private static JsonElement Layout(string axis) =>
        JsonDocument.Parse(Chart.ToPlotlyJson()).RootElement.GetProperty("layout").GetProperty(axis);

    private static IEnumerable<string> Texts(JsonElement element, string name) =>
        element.GetProperty(name).EnumerateArray().Select(item => item.GetString()!);
}
