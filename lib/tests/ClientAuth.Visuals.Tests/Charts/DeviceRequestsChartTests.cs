using System.Xml.Linq;
using ClientAuth.Visuals.Charts;
using ClientAuth.Visuals.Tests.Contract;

namespace ClientAuth.Visuals.Tests.Charts;

public sealed class DeviceRequestsChartTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    private static readonly DeviceRequestsChart Chart = new(
        new DeviceRequests("flagship", ["challenge", "attestation", "token", "token"]),
        new DeviceRequests("older", ["registration", "token"])
    );

    [Fact]
    public void A_bar_has_a_part_for_each_purpose_in_the_order_of_the_requests() =>
        Assert.Equal(
            [("challenge", 1), ("attestation", 1), ("token", 2), ("token", 1), ("registration", 1)],
            HtmlRules
                .Parse(Chart.ToHtml())
                .Descendants(Svg + "svg")
                .First()
                .Descendants()
                .Where(element => element.Attribute("data-value") is not null)
                .Select(e => ((string)e.Attribute("data-series")!, (int)e.Attribute("data-value")!))
        );

    [Fact]
    public void The_summary_counts_the_requests_of_each_device() =>
        Assert.Equal("Requests until the first token: flagship 4; older 2", Chart.ToString());

    [Fact]
    public void A_fleet_of_none_says_so() =>
        Assert.Equal("Requests until the first token: no device asked", new DeviceRequestsChart().ToString());
}
