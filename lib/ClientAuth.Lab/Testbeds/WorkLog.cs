using ClientAuth.Protocol.Recording;

namespace ClientAuth.Lab.Testbeds;

/// <summary>What clients and phones of a testbed did by themselves, as far back as it is kept.</summary>
internal sealed class WorkLog
{
    private const int Kept = 1000;

    private readonly Lock _lock = new();
    private readonly Queue<RecordedWork> _works = [];

    public void Add(RecordedWork work)
    {
        lock (_lock)
        {
            _works.Enqueue(work);
            if (_works.Count > Kept)
            {
                _works.Dequeue();
            }
        }
    }

    /// <summary>A phase of a client, where its start was noted.</summary>
    public void Add(RecordedPhase phase)
    {
        if (phase.Started is { } started)
        {
            Add(new RecordedWork(Participant.Client, Did(phase.Name), started, phase.Duration));
        }
    }

    /// <summary>What began within a stretch of time, in that order.</summary>
    public IReadOnlyList<RecordedWork> Between(TimeSpan first, TimeSpan last)
    {
        lock (_lock)
        {
            return
            [
                .. _works.Where(work => first <= work.Started && work.Started <= last).OrderBy(work => work.Started),
            ];
        }
    }

    private static string Did(string phase) => phase == PhaseNames.BuildCredential ? "builds the credential" : phase;
}
