using System.Diagnostics;
using ClientAuth.Protocol.Recording;

namespace ClientAuth.MockServer.Hosting;

/// <summary>How long the stretches of one exchange took, on the monotonic clock.</summary>
internal sealed class PhaseTimes
{
    private readonly List<RecordedPhase> _phases = [];

    public void Add(string name, TimeSpan duration) => _phases.Add(new RecordedPhase(name, duration));

    public T Measure<T>(string name, Func<T> work)
    {
        var started = Stopwatch.GetTimestamp();
        try
        {
            return work();
        }
        finally
        {
            Add(name, Stopwatch.GetElapsedTime(started));
        }
    }

    public async Task<T> MeasureAsync<T>(string name, Func<Task<T>> work)
    {
        var started = Stopwatch.GetTimestamp();
        try
        {
            return await work();
        }
        finally
        {
            Add(name, Stopwatch.GetElapsedTime(started));
        }
    }

    public IReadOnlyList<RecordedPhase> ToList() => [.. _phases];
}
