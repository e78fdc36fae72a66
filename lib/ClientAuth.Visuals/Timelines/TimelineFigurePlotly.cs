using ClientAuth.Visuals.Colors;
using ClientAuth.Visuals.Drawing;
using ClientAuth.Visuals.Html;
using ClientAuth.Visuals.PlotlyFigures;
using ClientAuth.Visuals.Text;
using Plotly.NET;

namespace ClientAuth.Visuals.Timelines;

/// <summary>A time line as a Plotly figure: bars that begin at a base of their own, marks, and dashed lines across all rows.</summary>
internal static class TimelineFigurePlotly
{
    private const double BarShare = 0.5;

    public static string Render(TimelineFigure figure)
    {
        var layout = PlotlyFigure.Layout(figure, figure.Rows.Count * 30);
        layout.SetProperty("barmode", "overlay");
        var axis = new Dictionary<string, object>(PlotlyFigure.Axis(figure.XTitle))
        {
            ["range"] = figure.Axis.PlotlyRange,
        };
        if (figure.Axis.Step is { } step)
        {
            axis["dtick"] = step;
        }

        layout.SetProperty("xaxis", axis);
        layout.SetProperty("yaxis", PlotlyFigure.RowAxis(figure.YTitle, [.. figure.Rows.Select(row => row.Name)]));
        if (figure.Notes is not [])
        {
            PlotlyNotes.Add(layout, figure.Notes);
        }

        return PlotlyFigure.ToJson(
            [
                .. figure.Moments.Select((moment, place) => Line(figure, moment, LineLook.At(place + 4))),
                .. figure.Series.Select((_, series) => Bars(figure, series)),
                Marks(figure, isGood: true, Palette.Passed, "circle"),
                Marks(figure, isGood: false, Palette.Failed, "x"),
                Labels(figure),
            ],
            layout
        );
    }

    private static Trace Line(TimelineFigure figure, TimelineMoment moment, LineLook look)
    {
        var trace = new Trace("scatter");
        trace.SetProperty("mode", "lines");
        trace.SetProperty("name", PlotlyText.Encode(moment.Name));
        trace.SetProperty("x", new[] { moment.At, moment.At });
        trace.SetProperty("y", new[] { -0.5, figure.Rows.Count - 0.5 });
        trace.SetProperty(
            "line",
            new Dictionary<string, object>
            {
                ["color"] = look.Color,
                ["dash"] = look.Dash,
                ["width"] = 2,
            }
        );
        trace.SetProperty("hoverinfo", "name");
        return trace;
    }

    private static Trace Bars(TimelineFigure figure, int series)
    {
        (int Row, TimelineSpan Span)[] bars =
        [
            .. figure
                .Rows.Index()
                .SelectMany(row =>
                    row.Item.Spans.Where(span => span.Series == series).Select(span => (row.Index, span))
                ),
        ];
        var trace = new Trace("bar");
        trace.SetProperty("orientation", "h");
        trace.SetProperty("name", PlotlyText.Encode(figure.Series[series].Name));
        trace.SetProperty("x", bars.Select(bar => Numbers.Rounded(bar.Span.To - bar.Span.From, 6)).ToArray());
        trace.SetProperty("y", bars.Select(bar => bar.Row).ToArray());
        trace.SetProperty("base", bars.Select(bar => bar.Span.From).ToArray());
        trace.SetProperty("width", BarShare);
        trace.SetProperty("marker", BarMarker.Of(figure.Series[series].Look));
        trace.SetProperty("customdata", bars.Select(bar => Words(figure, bar.Row, When(figure, bar.Span))).ToArray());
        trace.SetProperty("hovertemplate", Hover);
        return trace;
    }

    private static Trace Marks(TimelineFigure figure, bool isGood, string color, string symbol)
    {
        (int Row, double At)[] marks =
        [
            .. figure
                .Rows.Index()
                .Where(row => row.Item.Mark?.IsGood == isGood)
                .Select(row => (row.Index, row.Item.Mark!.At)),
        ];
        var trace = new Trace("scatter");
        trace.SetProperty("mode", "markers");
        trace.SetProperty("name", isGood ? "✓" : "✕");
        trace.SetProperty("x", marks.Select(mark => mark.At).ToArray());
        trace.SetProperty("y", marks.Select(mark => mark.Row).ToArray());
        trace.SetProperty(
            "marker",
            new Dictionary<string, object>
            {
                ["color"] = color,
                ["symbol"] = symbol,
                ["size"] = 11,
            }
        );
        trace.SetProperty(
            "customdata",
            marks.Select(mark => Words(figure, mark.Row, $"{Numbers.Significant(mark.At)} {figure.Unit}")).ToArray()
        );
        trace.SetProperty("hovertemplate", Hover);
        trace.SetProperty("showlegend", false);
        return trace;
    }

    private static Trace Labels(TimelineFigure figure) =>
        PlotlyFigure.Labels([
            .. figure
                .Rows.Index()
                .Where(row => row.Item.SignedLabel.Length > 0)
                .Select(row => (row.Item.End, row.Index, $"\u00a0{row.Item.SignedLabel}")),
        ]);

    private const string Hover =
        $"%{{customdata[0]}}<br>%{{fullData.name}}<br>%{{customdata[1]}}{PlotlyFigure.NoSecondBox}";

    private static string When(TimelineFigure figure, TimelineSpan span) =>
        $"{Numbers.Significant(span.From)} to {Numbers.Significant(span.To)} {figure.Unit}";

    private static string[] Words(TimelineFigure figure, int row, string value) =>
        [PlotlyText.Encode(figure.Rows[row].Name), value];
}
