using ClientAuth.Visuals.Drawing;
using ClientAuth.Visuals.GenericCharts.Reading;

namespace ClientAuth.Visuals.GenericCharts.Drawing;

/// <summary>Where in the picture the axes are, in pixels.</summary>
internal sealed class PlotFrame
{
    private const double MostForLabels = 220;
    private const double SlantSine = 0.643; // 40 degrees
    private const double LowestPlot = 300;
    private const double RowHeight = 22;

    private readonly PlotFigure _figure;

    public PlotFrame(PlotFigure figure, double legendHeight)
    {
        _figure = figure;
        Top = 52 + legendHeight;
        Left = Math.Min(MostForLabels, WidestLabel(figure.Y)) + 14;
        Right = Svg.Width - 48;
        // Names at the side get a line each.
        var rows = figure.Y.Values.Kind == AxisKind.Category ? figure.Y.Ticks.Count : 0;
        Bottom = Top + Math.Max(LowestPlot, rows * RowHeight);
        var ticks = Math.Max(1, figure.X.Ticks.Count);
        IsSlanted = WidestLabel(figure.X) + 8 > (Right - Left) / ticks;
        Height = Bottom + (IsSlanted ? (Math.Min(MostForLabels, WidestLabel(figure.X)) * SlantSine) + 24 : 22) + 26;
    }

    public double Top { get; }
    public double Left { get; }
    public double Right { get; }
    public double Bottom { get; }

    /// <summary>Of the whole picture.</summary>
    public double Height { get; }

    /// <summary>Whether the labels below are slanted, since they would run into each other.</summary>
    public bool IsSlanted { get; }

    public double X(double value) => Left + (_figure.X.Share(value) * (Right - Left));

    public double Y(double value) => Bottom - (_figure.Y.Share(value) * (Bottom - Top));

    /// <summary>A place given along and across the direction of bars.</summary>
    public (double X, double Y) Place(bool isLying, double along, double across) =>
        isLying ? (X(across), Y(along)) : (X(along), Y(across));

    /// <summary>Inside the axes; a range that the reader chose may leave data outside.</summary>
    public bool Holds(double x, double y) => x >= Left - 0.5 && x <= Right + 0.5 && y >= Top - 0.5 && y <= Bottom + 0.5;

    private static double WidestLabel(PlotAxis axis) =>
        axis.Ticks.Select(tick => Svg.WidthOf(tick.Label)).DefaultIfEmpty(0).Max();
}
