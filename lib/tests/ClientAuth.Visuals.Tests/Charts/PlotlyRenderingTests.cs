using ClientAuth.Visuals.Charts;
using ClientAuth.Visuals.GenericCharts;
using ClientAuth.Visuals.Tests.Contract;
using ClientAuth.Visuals.Tests.Html;
using ClientAuth.Visuals.Tests.Samples;

namespace ClientAuth.Visuals.Tests.Charts;

/// <summary>Every chart as VS Code draws it, with plotly.js.</summary>
public sealed class PlotlyRenderingTests
{
    private const string Transparent = "rgba(0, 0, 0, 0)";

    private static readonly string[] Pages = ["#ffffff", "#1e1e1e"];

    private static Dictionary<string, string> Figures =>
        AllViews
            .With("sample")
            .OfType<Chart>()
            .Select(chart => KeyValuePair.Create(chart.GetType().Name, chart.ToPlotlyJson()))
            .Concat(
                ReaderCharts.All.Select(one =>
                    KeyValuePair.Create(one.Key, new GenericChartView(one.Value).ToPlotlyJson())
                )
            )
            .ToDictionary();

    [Fact]
    public async Task Each_is_drawn_without_a_ground_its_text_reads_on_both_pages_and_totals_stand_behind_bars()
    {
        var drawn = await PlotlyPage.DrawAsync(Figures, TestContext.Current.CancellationToken);

        Assert.Equal(Figures.Keys.Order(), drawn.Keys.Order());
        Assert.Empty(drawn.SelectMany(figure => figure.Value.Problems.Select(problem => $"{figure.Key}: {problem}")));
        Assert.All(drawn.SelectMany(Grounds), ground => Assert.EndsWith(Transparent, ground, StringComparison.Ordinal));
        Assert.Empty(drawn.SelectMany(Faint));
        Assert.Contains("1.5 ms", Texts(drawn[nameof(RequestTimingChart)]));
        Assert.Contains("1 requests", Texts(drawn[nameof(DeviceRequestsChart)]));
        Assert.Contains("3 days", Texts(drawn[nameof(RotationChart)]));
        Assert.Contains("5.5", Texts(drawn[nameof(ReaderCharts.StackedBars)]));
    }

    private static IEnumerable<string> Grounds(KeyValuePair<string, DrawnFigure> figure) =>
        figure.Value.Grounds.Select(ground => $"{figure.Key}: {ground}");

    private static IEnumerable<string> Faint(KeyValuePair<string, DrawnFigure> figure) =>
        from text in figure.Value.Texts
        where !text.Inside
        from page in Pages
        where Contrast.Of(text.Fill, page) < 4.05
        select $"{figure.Key}: '{text.Text}' in {text.Fill} on {page}";

    private static IEnumerable<string> Texts(DrawnFigure figure) => figure.Texts.Select(text => text.Text.Trim());
}
