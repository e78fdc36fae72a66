namespace ClientAuth.Visuals.GenericCharts.Reading;

/// <summary>Every place that a series takes along an axis; the axis has to reach all of them.</summary>
internal static class DrawnPlaces
{
    public static IEnumerable<double> Across(PlotSeries series) =>
        series switch
        {
            PointSeries points => points.Points.Select(point => point.X),
            BarRow bars => bars.IsLying ? Values(bars) : Middles(bars),
            BoxRow boxes => boxes.IsLying ? Values(boxes) : Middles(boxes),
            _ => [],
        };

    public static IEnumerable<double> Upwards(PlotSeries series) =>
        series switch
        {
            PointSeries { IsFilled: true } area => area.Points.SelectMany(point => new[] { point.Y, point.Floor }),
            PointSeries points => points.Points.Select(point => point.Y),
            BarRow bars => bars.IsLying ? Middles(bars) : Values(bars),
            BoxRow boxes => boxes.IsLying ? Middles(boxes) : Values(boxes),
            _ => [],
        };

    private static IEnumerable<double> Values(BarRow bars) => bars.Bars.SelectMany(bar => new[] { bar.From, bar.To });

    private static IEnumerable<double> Middles(BarRow bars) =>
        bars.Bars.SelectMany(bar => new[] { bar.Middle - (bar.Width / 2), bar.Middle + (bar.Width / 2) });

    private static IEnumerable<double> Values(BoxRow boxes) =>
        boxes.Boxes.SelectMany(box => box.Outliers.Append(box.Low).Append(box.High));

    private static IEnumerable<double> Middles(BoxRow boxes) =>
        boxes.Boxes.SelectMany(box => new[] { box.Middle - (box.Width / 2), box.Middle + (box.Width / 2) });
}
