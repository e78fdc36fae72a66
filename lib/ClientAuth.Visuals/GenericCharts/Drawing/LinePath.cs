using System.Globalization;
using System.Text;
using ClientAuth.Visuals.GenericCharts.Reading;

namespace ClientAuth.Visuals.GenericCharts.Drawing;

/// <summary>Paths through points, in pixels.</summary>
internal static class LinePath
{
    // Still a number that a viewer can draw. What lies beyond the axes is cut off by the drawing.
    private const double Beyond = 100_000;

    /// <summary>Points that follow each other without a gap.</summary>
    public static IReadOnlyList<IReadOnlyList<(double X, double Y, PlotPoint Point)>> Runs(
        IReadOnlyList<PlotPoint> points,
        PlotFrame frame
    )
    {
        List<List<(double X, double Y, PlotPoint Point)>> runs =
        [
            [],
        ];
        foreach (var point in points)
        {
            var (x, y) = (frame.X(point.X), frame.Y(point.Y));
            if (double.IsFinite(x) && double.IsFinite(y))
            {
                runs[^1].Add((Clamp(x, frame.Left, frame.Right), Clamp(y, frame.Top, frame.Bottom), point));
            }
            else if (runs[^1].Count > 0)
            {
                runs.Add([]);
            }
        }

        return [.. runs.Where(run => run.Count > 0)];
    }

    public static string Line(IReadOnlyList<(double X, double Y, PlotPoint Point)> run) =>
        Path(run.Select(place => (place.X, place.Y)));

    /// <summary>Along the points, and back along their floor.</summary>
    public static string Area(IReadOnlyList<(double X, double Y, PlotPoint Point)> run, PlotFrame frame) =>
        Path(
            run.Select(place => (place.X, place.Y))
                .Concat(run.Reverse().Select(place => (place.X, Floor(frame.Y(place.Point.Floor), frame))))
        ) + "Z";

    // On a logarithmic axis there is no 0; the area then ends at the axis.
    private static double Floor(double y, PlotFrame frame) =>
        double.IsFinite(y) ? Clamp(y, frame.Top, frame.Bottom) : frame.Bottom;

    private static double Clamp(double value, double low, double high) =>
        Math.Clamp(value, low - Beyond, high + Beyond);

    private static string Path(IEnumerable<(double X, double Y)> places)
    {
        var path = new StringBuilder();
        foreach (var (x, y) in places)
        {
            path.Append(path.Length == 0 ? 'M' : 'L').Append(CultureInfo.InvariantCulture, $"{x:0.#} {y:0.#}");
        }

        return path.ToString();
    }
}
