using System.Xml.Linq;
using ClientAuth.FailureCases.Tester.Reports;
using ClientAuth.FailureCases.Tester.Verdicts;

namespace ClientAuth.FailureCases.Tests.Tester;

/// <summary>The JUnit file is XML, whatever a server or a clients file says.</summary>
public sealed class JUnitReportTests
{
    [Fact]
    public void A_character_that_XML_cannot_hold_is_replaced()
    {
        var report = new TestReport(
            "https://as.example",
            DateTimeOffset.UnixEpoch,
            Requests: 1,
            [new ClientCheck("app\u0001 \u00e9 \U0001F511", "none", Works: false, "it said \u0000")],
            []
        );

        var client = XDocument.Parse(JUnitReport.Of(report)).Descendants("testcase").Single();

        Assert.Equal("app\uFFFD \u00e9 \U0001F511 none", client.Attribute("name")!.Value);
        Assert.Equal("it said \uFFFD", client.Element("failure")!.Value);
    }
}
