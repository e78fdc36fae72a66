using System.Globalization;
using System.Xml.Linq;
using ClientAuth.Visuals.Charts;

namespace ClientAuth.Visuals.Tests.Contract;

public sealed class ViewContractTests
{
    [Fact]
    public void Views_and_charts_are_sealed_and_all_known_here()
    {
        Assert.NotEmpty(AllViews.Types);
        Assert.All(AllViews.Types, type => Assert.True(type.IsSealed));
        Assert.Equal(AllViews.Types.Count, AllViews.With("text").Count());
    }

    [Fact]
    public void Each_has_a_public_parameterless_ToHtml_for_engines_that_look_for_it() =>
        Assert.All(AllViews.Types, type => Assert.Equal(typeof(string), type.GetMethod("ToHtml", [])?.ReturnType));

    [Fact]
    public void Each_table_has_a_caption_or_a_label_and_each_heading_cell_a_scope()
    {
        foreach (var html in AllViews.With("text").Select(AllViews.Html).Select(HtmlRules.Parse))
        {
            Assert.All(html.Descendants("table"), table => Assert.True(IsNamed(table), table.ToString()));
            Assert.All(html.Descendants("th"), cell => Assert.Matches("^(row|col)$", (string?)cell.Attribute("scope")));
        }
    }

    [Fact]
    public void A_picture_carries_its_summary_as_text_alternative()
    {
        foreach (var chart in AllViews.With("text").OfType<Chart>())
        {
            XNamespace svg = "http://www.w3.org/2000/svg";
            var pictures = HtmlRules.Parse(chart.ToHtml()).Descendants(svg + "svg").ToList();

            // A second one is the same for a narrow page.
            Assert.Equal("img", (string?)pictures[0].Attribute("role"));
            Assert.All(pictures.Skip(1), narrow => Assert.Equal("true", (string?)narrow.Attribute("aria-hidden")));
            Assert.All(pictures, picture => Assert.Equal(chart.Title, picture.Element(svg + "title")?.Value));
            Assert.Equal(chart.ToString(), pictures[0].Element(svg + "desc")?.Value);
        }
    }

    [Fact]
    public void The_language_of_the_machine_changes_nothing()
    {
        var before = AllViews.With("text").Where(IsRepeatable).Select(AllViews.Html).ToList();
        var plotly = AllViews.With("text").OfType<Chart>().Select(chart => chart.ToPlotlyJson()).ToList();

        var french = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        french.NumberFormat.NumberDecimalSeparator = ",";
        french.NumberFormat.NegativeSign = "−";
        french.DateTimeFormat.DateSeparator = ".";
        french.DateTimeFormat.TimeSeparator = "h";
        CultureInfo.CurrentCulture = french; // flows with this test only

        Assert.Equal("1,5", 1.5.ToString(CultureInfo.CurrentCulture));
        Assert.Equal(before, AllViews.With("text").Where(IsRepeatable).Select(AllViews.Html));
        Assert.Equal(plotly, AllViews.With("text").OfType<Chart>().Select(chart => chart.ToPlotlyJson()));
    }

    // A certificate gets a new key each time.
    private static bool IsRepeatable(object view) => view is not CertificateCardView;

    // A narrow drawing beside a wide one says the same once more.
    private static bool IsNamed(XElement table) =>
        table.Elements().First().Name == "caption"
        || !string.IsNullOrWhiteSpace((string?)table.Attribute("aria-label"));
}
