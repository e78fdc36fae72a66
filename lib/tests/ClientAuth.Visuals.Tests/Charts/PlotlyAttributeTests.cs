using ClientAuth.Protocol.Recording;
using ClientAuth.Visuals.Charts;
using ClientAuth.Visuals.Measurements;
using ClientAuth.Visuals.Tests.Contract;
using ClientAuth.Visuals.Tests.Samples;
using ClientAuth.Visuals.Timelines;

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
        "layout.title.font.size",
        "layout.title.font.weight",
        "layout.title.x",
        "layout.title.xanchor",
        "layout.title.y",
        "layout.title.yanchor",
        "layout.height",
        "layout.font.color",
        "layout.font.size",
        "layout.paper_bgcolor",
        "layout.plot_bgcolor",
        "layout.margin.t",
        "layout.margin.r",
        "layout.hovermode",
        "layout.modebar.bgcolor",
        "layout.modebar.color",
        "layout.modebar.activecolor",
        "layout.legend.orientation",
        "layout.legend.itemclick",
        "layout.legend.itemdoubleclick",
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
        "data.mode",
        "data.cliponaxis",
        "data.hoverinfo",
        "data.hovertemplate",
        "data.showlegend",
        "layout.xaxis.zerolinecolor",
        "layout.yaxis.zerolinecolor",
        "config.modeBarButtonsToRemove",
        "config.responsive",
        "config.displaylogo",
    ];

    private static readonly string[] Names =
    [
        "layout.yaxis.type",
        "layout.yaxis.categoryorder",
        "layout.yaxis.categoryarray",
        "layout.yaxis.showgrid",
    ];

    private static readonly string[] Bars =
    [
        "data.customdata",
        "data.marker.line.color",
        "data.marker.line.width",
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
        "data.line.color",
        "data.line.width",
        "data.line.dash",
        "data.customdata",
        "data.width",
        "data.marker.line.color",
        "data.marker.line.width",
        "layout.xaxis.range",
        "layout.yaxis.range",
        "layout.yaxis.tickmode",
        "layout.yaxis.tickvals",
        "layout.yaxis.ticktext",
        "layout.yaxis.zeroline",
        "layout.yaxis.showgrid",
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
        "data.marker.symbol",
        "data.marker.size",
        "layout.xaxis.tickangle",
        "layout.xaxis.showgrid",
        "layout.xaxis.type",
        "layout.xaxis.categoryorder",
        "layout.xaxis.categoryarray",
    ];

    private static readonly string[] Rows =
    [
        "data.customdata",
        "data.line.color",
        "data.line.width",
        "data.marker.symbol",
        "data.marker.size",
        "layout.xaxis.range",
        "layout.yaxis.range",
        "layout.yaxis.tickmode",
        "layout.yaxis.tickvals",
        "layout.yaxis.ticktext",
        "layout.yaxis.zeroline",
        "layout.yaxis.showgrid",
    ];

    private static readonly string[] Samples =
    [
        "data.opacity",
        "data.marker.opacity",
        "data.marker.line.color",
        "data.marker.line.width",
        "layout.margin.b",
        "layout.xaxis.type",
        "layout.xaxis.dtick",
        "layout.annotations.text",
        "layout.annotations.showarrow",
        "layout.annotations.xref",
        "layout.annotations.x",
        "layout.annotations.xanchor",
        "layout.annotations.yref",
        "layout.annotations.y",
        "layout.annotations.yanchor",
        "layout.annotations.yshift",
    ];

    private static readonly string[] Timelines =
    [
        "data.orientation",
        "data.base",
        "data.width",
        "data.line.dash",
        "data.marker.line.color",
        "data.marker.line.width",
        "layout.barmode",
    ];

    [Fact]
    public void Stacked_bars_use_known_attributes_only()
    {
        var phases = PhaseOrder.Known.Select(name => new RecordedPhase(name, TimeSpan.FromMilliseconds(1)));

        var used = PlotlyJson.Paths(new RequestTimingChart(new MethodTiming("m", [.. phases])).ToPlotlyJson());

        Assert.Equal(Common.Concat(Names).Concat(Bars).Order(), used.Order());
    }

    [Fact]
    public void Rows_of_dots_use_known_attributes_only()
    {
        var used = PlotlyJson.Paths(
            new FailingChecksChart(new CheckedRequest("r", SampleExchange.Refused)).ToPlotlyJson()
        );

        Assert.Equal(Common.Concat(Names).Concat(Dots).Order(), used.Order());
    }

    [Fact]
    public void Stretches_use_known_attributes_only()
    {
        var used = PlotlyJson.Paths(
            new RotationChart([new(2, "e")], new RotationYear("s", [1, 2], [3])).ToPlotlyJson()
        );

        Assert.Equal(Common.Concat(Stretches).Order(), used.Order());
    }

    [Fact]
    public void Samples_use_known_attributes_only()
    {
        var chart = new MeasurementChart(
            "t",
            TimeUnit.Microsecond,
            AxisScale.Logarithmic,
            [new Measurement("m", "sign", [1, 2])]
        );

        Assert.Equal(Common.Concat(Rows).Concat(Samples).Order(), PlotlyJson.Paths(chart.ToPlotlyJson()).Order());
    }

    [Fact]
    public void Time_lines_use_known_attributes_only()
    {
        var chart = new DeadlineChart(
            TimeSpan.FromSeconds(1),
            new DeadlineTrial("s", TimeSpan.FromMilliseconds(2), true, "a token")
        );

        Assert.Equal(Common.Concat(Rows).Concat(Timelines).Order(), PlotlyJson.Paths(chart.ToPlotlyJson()).Order());
    }
}
