using NotebookEngine.Benchmarks;

const int launches = 5;

if (
    args.Length == 0
    || args.FirstOrDefault(copy => !File.Exists(Path.Combine(copy, "NotebookEngine.dll"))) is { } wrong
)
{
    Console.Error.WriteLine(
        "name one or more folders that hold a NotebookEngine.dll, such as the one that 'install' makes"
    );
    return 2;
}

var folder = Directory.CreateTempSubdirectory("notebook-engine-benchmark-");
try
{
    List<KernelBenchmark> copies =
    [
        .. args.Select(copy => new KernelBenchmark(Path.GetFullPath(copy), folder.FullName)),
    ];
    var figures = copies.ConvertAll(_ => new List<KernelFigures>());
    // The first launch of each warms the disk's cache. In turns, so that whatever else the machine does falls on all alike.
    for (var launch = 0; launch <= launches; launch++)
    {
        for (var copy = 0; copy < copies.Count; copy++)
        {
            var measured = copies[copy].LaunchOne();
            if (launch > 0)
            {
                figures[copy].Add(measured);
            }
        }
    }

    Console.WriteLine($"medians of {launches} launches");
    Console.WriteLine(
        FigureTable.Of([
            .. args.Zip(figures)
                .Select(column =>
                    (
                        Path.GetFileName(Path.TrimEndingDirectorySeparator(column.First)),
                        (IReadOnlyList<KernelFigures>)column.Second
                    )
                ),
        ])
    );
    return 0;
}
finally
{
    folder.Delete(recursive: true);
}
