using System.Text.Json;
using ClientAuth.Visuals.Charts;
using Microsoft.DotNet.Interactive.Formatting;

namespace ClientAuth.Visuals.Tests.Contract;

/// <summary>The real formatter of notebook engines finds ours by convention.</summary>
public sealed class NotebookFormatterTests
{
    private const string Plotly = "application/vnd.plotly.v1+json";

    [Fact]
    public void A_view_shows_itself_as_html_and_as_plain_text()
    {
        foreach (var view in AllViews.With("text").OfType<View>())
        {
            Assert.Equal(["text/html", "text/plain"], Formatter.GetPreferredMimeTypesFor(view.GetType()));
            Assert.Equal(view.ToHtml(), view.ToDisplayString("text/html"));
            Assert.Equal(view.ToString(), view.ToDisplayString("text/plain"));
        }
    }

    [Fact]
    public void A_chart_shows_itself_in_three_forms()
    {
        foreach (var chart in AllViews.With("text").OfType<Chart>())
        {
            Assert.Equal([Plotly, "text/html", "text/plain"], Formatter.GetPreferredMimeTypesFor(chart.GetType()));
            Assert.Equal(chart.ToHtml(), chart.ToDisplayString("text/html"));
            Assert.Equal(chart.ToString(), chart.ToDisplayString("text/plain"));
            using var figure = JsonDocument.Parse(chart.ToDisplayString(Plotly));
            Assert.Equal(["data", "layout", "config"], figure.RootElement.EnumerateObject().Select(m => m.Name));
        }
    }
}
