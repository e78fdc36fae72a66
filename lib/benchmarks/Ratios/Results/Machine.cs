using System.Globalization;
using System.Runtime.InteropServices;

namespace Ratios.Results;

/// <summary>What the figures were measured on.</summary>
/// <param name="Processor">Its model, as the system names it.</param>
/// <param name="Cores">How many the process may use.</param>
/// <param name="MemoryGibibytes">Memory that the process may use.</param>
/// <param name="System">The operating system.</param>
/// <param name="Runtime">The .NET runtime.</param>
/// <param name="Date">When, in UTC.</param>
/// <param name="LoadBefore">The system's average load of a minute before the first figure; null where the system tells none.</param>
internal sealed record Machine(
    string Processor,
    int Cores,
    double MemoryGibibytes,
    string System,
    string Runtime,
    DateTimeOffset Date,
    double? LoadBefore
)
{
    private const string ProcessorFile = "/proc/cpuinfo";
    private const string LoadFile = "/proc/loadavg";
    private const double Gibibyte = 1024.0 * 1024 * 1024;

    public static Machine This(TimeProvider clock) =>
        new(
            ProcessorName(),
            Environment.ProcessorCount,
            Math.Round(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / Gibibyte, 1),
            RuntimeInformation.OSDescription,
            RuntimeInformation.FrameworkDescription,
            clock.GetUtcNow(),
            Load()
        );

    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Processor}, {Cores} cores, {MemoryGibibytes} GiB; {System}; {Runtime}; {Date:yyyy-MM-dd HH:mm} UTC"
        ) + (LoadBefore is { } load ? string.Create(CultureInfo.InvariantCulture, $"; load before {load}") : "");

    private static string ProcessorName() =>
        File.Exists(ProcessorFile)
        && File.ReadLines(ProcessorFile).FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))
            is { } line
            ? line.Split(':', 2)[1].Trim()
            : RuntimeInformation.ProcessArchitecture.ToString();

    private static double? Load() =>
        File.Exists(LoadFile)
            ? double.Parse(File.ReadAllText(LoadFile).Split(' ')[0], CultureInfo.InvariantCulture)
            : null;
}
