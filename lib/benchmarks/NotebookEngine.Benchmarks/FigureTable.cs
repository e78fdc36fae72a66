using System.Globalization;

namespace NotebookEngine.Benchmarks;

/// <summary>One column a copy, one row a figure.</summary>
internal static class FigureTable
{
    private const int LabelWidth = 34;
    private const int ColumnWidth = 20;

    public static string Of(IReadOnlyList<(string Copy, IReadOnlyList<KernelFigures> Launches)> measured)
    {
        string[] rows =
        [
            Row("", column => column.Copy),
            Row("launch -> kernel_info_reply, ms", column => Median(column.Launches, launch => launch.Answering)),
            Row("launch -> first output, ms", column => Median(column.Launches, launch => launch.FirstOutput)),
            Row(
                "processor time until then, ms",
                column => Median(column.Launches, launch => launch.ProcessorUntilFirstOutput)
            ),
            Row(
                "warm cell, ms",
                column => MeanAndDeviation([.. column.Launches.SelectMany(launch => launch.WarmCells)])
            ),
            Row(
                "warm cell, median ms",
                column => MedianOf([.. column.Launches.SelectMany(launch => launch.WarmCells)])
            ),
            Row("first completion, ms", column => Median(column.Launches, launch => launch.FirstCompletion)),
            Row("warm completion, ms", column => Median(column.Launches, launch => launch.WarmCompletion)),
            Row("working set at first output, MiB", column => Median(column.Launches, launch => launch.MemoryAtStart)),
            Row("working set after 100 cells, MiB", column => Median(column.Launches, launch => launch.MemoryAtEnd)),
        ];
        return string.Join(Environment.NewLine, rows);

        string Row(string label, Func<(string Copy, IReadOnlyList<KernelFigures> Launches), string> cell) =>
            label.PadRight(LabelWidth) + string.Concat(measured.Select(column => cell(column).PadLeft(ColumnWidth)));
    }

    private static string Median(IReadOnlyList<KernelFigures> launches, Func<KernelFigures, double?> figure) =>
        MedianOf([.. launches.Select(figure).OfType<double>()]);

    private static string MedianOf(double[] values)
    {
        Array.Sort(values);
        return values.Length == 0 ? "none" : Text(values[values.Length / 2]);
    }

    private static string MeanAndDeviation(double[] values)
    {
        var mean = values.Average();
        var deviation = Math.Sqrt(values.Average(value => (value - mean) * (value - mean)));
        return $"{Text(mean)} ± {Text(deviation)}";
    }

    private static string Text(double value) => value.ToString("F1", CultureInfo.InvariantCulture);
}
