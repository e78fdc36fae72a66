using System.Diagnostics;
using ClientAuth.Protocol.Recording;

namespace ClientAuth.MockServer.Hosting;

/// <summary>How long the stretches of one exchange took, on the monotonic clock.</summary>
internal sealed class PhaseTimes
{
    private readonly List<RecordedPhase> _phases = [];

    public void Add(RecordedPhase phase) => _phases.Add(phase);

    public void AddSince(string name, long started) =>
        Add(RecordedPhase.Between(name, started, Stopwatch.GetTimestamp()));

    public T Measure<T>(string name, Func<T> work)
    {
        var started = Stopwatch.GetTimestamp();
        try
        {
            return work();
        }
        finally
        {
            AddSince(name, started);
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
            AddSince(name, started);
        }
    }

    public IReadOnlyList<RecordedPhase> ToList() => [.. _phases];
}
