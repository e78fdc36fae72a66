using ClientAuth.Protocol.Recording;
using ClientAuth.Visuals.Charts;
using ClientAuth.Visuals.Tests.Contract;
using ClientAuth.Visuals.Tests.Samples;

namespace ClientAuth.Visuals.Tests.Charts;

/// <summary>
/// VS Code draws with plotly.js 3, Plotly.NET writes for 2.27. These are all the attributes that are used; each was accepted by
/// <c>Plotly.validate</c> of plotly.js 3.0.1. A new one belongs here only after the same.
/// </summary>
public sealed class PlotlyAttributeTests
{
    private static readonly string[] Common =
    [
        "data.type",
        "data.name",
        "data.x",
        "data.y",
        "data.text",
        "data.textposition",
        "data.marker.color",
        "layout.title.text",
        "layout.title.y",
        "layout.title.yanchor",
        "layout.height",
        "layout.font.color",
        "layout.paper_bgcolor",
        "layout.plot_bgcolor",
        "layout.margin.t",
        "layout.margin.r",
        "layout.legend.orientation",
        "layout.legend.traceorder",
        "layout.legend.y",
        "layout.legend.yanchor",
        "layout.xaxis.title.text",
        "layout.xaxis.title.standoff",
        "layout.xaxis.automargin",
        "layout.xaxis.gridcolor",
        "layout.xaxis.ticks",
        "layout.xaxis.tickcolor",
        "layout.yaxis.title.text",
        "layout.yaxis.title.standoff",
        "layout.yaxis.automargin",
        "layout.yaxis.gridcolor",
        "layout.yaxis.ticks",
        "layout.yaxis.tickcolor",
        "layout.yaxis.type",
        "layout.yaxis.categoryorder",
        "layout.yaxis.categoryarray",
        "config.responsive",
        "config.displaylogo",
    ];

    private static readonly string[] Bars =
    [
        "data.orientation",
        "data.insidetextanchor",
        "data.insidetextfont.color",
        "data.textangle",
        "data.marker.pattern.shape",
        "data.marker.pattern.fillmode",
        "data.marker.pattern.fgcolor",
        "data.marker.pattern.fgopacity",
        "data.marker.pattern.size",
        "data.marker.pattern.solidity",
        "layout.barmode",
        "layout.uniformtext.mode",
        "layout.uniformtext.minsize",
    ];

    private static readonly string[] Stretches =
    [
        "data.orientation",
        "data.base",
        "data.marker.pattern.shape",
        "data.marker.pattern.fillmode",
        "data.marker.pattern.fgcolor",
        "data.marker.pattern.fgopacity",
        "data.marker.pattern.size",
        "data.marker.pattern.solidity",
        "layout.barmode",
    ];

    private static readonly string[] Dots =
    [
        "data.mode",
        "data.cliponaxis",
        "data.marker.symbol",
        "data.marker.size",
        "layout.xaxis.type",
        "layout.xaxis.categoryorder",
        "layout.xaxis.categoryarray",
    ];

    [Fact]
    public void Stacked_bars_use_known_attributes_only()
    {
        var phases = PhaseOrder.Known.Select(name => new RecordedPhase(name, TimeSpan.FromMilliseconds(1)));

        var used = PlotlyJson.Paths(new RequestTimingChart(new MethodTiming("m", [.. phases])).ToPlotlyJson());

        Assert.Equal(Common.Concat(Bars).Order(), used.Order());
    }

    [Fact]
    public void Rows_of_dots_use_known_attributes_only()
    {
        var used = PlotlyJson.Paths(
            new FailingChecksChart(new CheckedRequest("r", SampleTrace.Failing)).ToPlotlyJson()
        );

        Assert.Equal(Common.Concat(Dots).Order(), used.Order());
    }

    [Fact]
    public void Stretches_use_known_attributes_only()
    {
        var used = PlotlyJson.Paths(new RotationChart(new RotationYear("s", [1, 2], [3])).ToPlotlyJson());

        Assert.Equal(Common.Except(["data.text", "data.textposition"]).Concat(Stretches).Order(), used.Order());
    }
}
