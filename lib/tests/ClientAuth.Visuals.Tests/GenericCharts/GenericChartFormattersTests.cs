using System.Text.Json;
using ClientAuth.Visuals.GenericCharts;
using ClientAuth.Visuals.Tests.Samples;
using Microsoft.DotNet.Interactive.Formatting;
using Plotly.NET;

namespace ClientAuth.Visuals.Tests.GenericCharts;

/// <summary>The real formatter of notebook engines shows charts of Plotly.NET in our three forms.</summary>
public sealed class GenericChartFormattersTests
{
    private const string Plotly = "application/vnd.plotly.v1+json";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_chart_shows_itself_whoever_else_registers_for_it_before_or_after(bool first)
    {
        if (first)
        {
            GenericChartFormatters.Register();
        }

        // What Plotly.NET.Interactive does: a page with a script from elsewhere.
        Formatter.Register<GenericChart>(
            (_, writer) => writer.Write("<script src=\"https://cdn.example\"></script>"),
            "text/html"
        );
        if (!first)
        {
            GenericChartFormatters.Register();
        }

        foreach (var chart in new[] { ReaderCharts.Line, ReaderCharts.Columns })
        {
            Assert.Equal([Plotly, "text/html", "text/plain"], Formatter.GetPreferredMimeTypesFor(chart.GetType()));
            Assert.Equal(new GenericChartView(chart).ToHtml(), chart.ToDisplayString("text/html"));
            Assert.Equal(new GenericChartView(chart).ToString(), chart.ToDisplayString("text/plain"));
            using var figure = JsonDocument.Parse(chart.ToDisplayString(Plotly));
            Assert.Equal(
                ["data", "layout", "config"],
                figure.RootElement.EnumerateObject().Select(member => member.Name)
            );
        }
    }
}
