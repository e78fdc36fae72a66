using Perfolizer.Horology;

namespace Ratios.Assertions;

/// <summary>
/// Shows the processor time of this process in place of the time of day, so that BenchmarkDotNet measures what the code costs and not what
/// else the machine does.
/// </summary>
internal sealed class ProcessorClock : IClock
{
    public string Title => "processor time";

    public bool IsAvailable => true;

    public Frequency Frequency => new(TimeSpan.TicksPerSecond);

    public long GetTimestamp() => Environment.CpuUsage.TotalTime.Ticks;
}
