namespace ClientAuth.Visuals.GenericCharts.Reading;

/// <summary>What of a chart can be drawn without plotly.js.</summary>
/// <param name="Title">Never empty.</param>
/// <param name="X">The axis across.</param>
/// <param name="Y">The axis upwards.</param>
/// <param name="Series">In the order in which they are drawn.</param>
/// <param name="Labels">Values at the ends of bars.</param>
/// <param name="HasLegend">Whether names are needed to tell the series apart.</param>
internal sealed record PlotFigure(
    string Title,
    PlotAxis X,
    PlotAxis Y,
    IReadOnlyList<PlotSeries> Series,
    IReadOnlyList<PlotLabel> Labels,
    bool HasLegend
);

/// <summary>The value at the end of a bar or, where bars are stacked, their total.</summary>
internal readonly record struct PlotLabel(bool IsLying, double Middle, double End, string Text);

/// <summary>One series: points, bars or boxes.</summary>
/// <param name="Name">As the legend shows it.</param>
/// <param name="Index">Its position among all, which gives its look.</param>
/// <param name="Color">The reader's own colour, or null.</param>
internal abstract record PlotSeries(string Name, int Index, string? Color);

/// <summary>
/// Points in the order of the data, NaN where there is a gap: joined by a line or not, each with a marker or not, the area down to
/// <see cref="PlotPoint.Floor"/> filled or not.
/// </summary>
internal sealed record PointSeries(
    string Name,
    int Index,
    string? Color,
    IReadOnlyList<PlotPoint> Points,
    bool HasLine,
    bool HasMarkers,
    bool IsFilled
) : PlotSeries(Name, Index, Color);

/// <summary>A point, and where the area below it ends.</summary>
internal readonly record struct PlotPoint(double X, double Y, double Floor);

/// <summary>Bars, upright or lying.</summary>
internal sealed record BarRow(string Name, int Index, string? Color, bool IsLying, IReadOnlyList<PlotBar> Bars)
    : PlotSeries(Name, Index, Color);

/// <summary>A bar: its middle and width along one axis, its ends along the other, and what it says, such as <c>handshake: 12</c>.</summary>
internal readonly record struct PlotBar(double Middle, double Width, double From, double To, string Words);

/// <summary>Boxes with whiskers, upright or lying.</summary>
internal sealed record BoxRow(string Name, int Index, string? Color, bool IsLying, IReadOnlyList<PlotBox> Boxes)
    : PlotSeries(Name, Index, Color);
