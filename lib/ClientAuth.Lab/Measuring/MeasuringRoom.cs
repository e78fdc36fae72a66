using ClientAuth.Visuals.Measurements;

namespace ClientAuth.Lab.Measuring;

/// <summary>
/// Measures variants against each other. First each is run a few times without counting. Then all are run once a round, each round in
/// another order, so that whatever else the machine does hits all of them alike.
/// </summary>
/// <param name="clock">Its timestamps are taken.</param>
/// <param name="order">Draws the order of each round.</param>
internal sealed class MeasuringRoom(TimeProvider clock, Random order)
{
    private const int LargestBatch = 1 << 16;

    // A thousand steps of a clock that counts hundreds of nanoseconds.
    private static readonly TimeSpan ShortestSample = TimeSpan.FromMicroseconds(100);

    /// <summary>How many samples each variant has.</summary>
    public int Rounds { get; init; } = 30;

    /// <summary>How many runs of each variant are not counted.</summary>
    public int WarmUps { get; init; } = 3;

    /// <summary>Runs the variants, each by itself.</summary>
    /// <returns>A measurement for each part of each variant.</returns>
    public async Task<IReadOnlyList<Measurement>> RunAsync(
        IReadOnlyList<Trial> trials,
        CancellationToken cancellationToken
    )
    {
        List<(Trial Trial, Lap Lap)> laps = [];
        foreach (var round in Enumerable.Range(-WarmUps, WarmUps + Rounds))
        {
            foreach (var trial in InOrder(trials))
            {
                var run = await trial.RunAsync(cancellationToken);
                laps.AddRange(round < 0 ? [] : run.Select(lap => (trial, lap)));
            }
        }

        return
        [
            .. trials.SelectMany(trial =>
                laps.Where(one => one.Trial == trial)
                    .GroupBy(one => one.Lap.Part)
                    .Select(part => new Measurement(
                        trial.Variant,
                        part.Key,
                        [.. part.Select(one => one.Lap.Took.TotalMicroseconds)]
                    ))
            ),
        ];
    }

    /// <summary>How long one thing takes, in one part.</summary>
    public async Task<IReadOnlyList<Lap>> TimeAsync(Func<Task> action)
    {
        var started = clock.GetTimestamp();
        await action();
        return [new Lap("", clock.GetElapsedTime(started))];
    }

    /// <summary>
    /// Measures what only computes. A sample is a batch of runs, as many as take long enough for the clock to tell, divided by their number.
    /// </summary>
    public IReadOnlyList<Measurement> Compute(IReadOnlyList<Computation> computations)
    {
        (Computation Work, int Batch, List<double> Samples, List<double> Bytes)[] all =
        [
            .. computations.Select(work => (work, BatchOf(work.Run), new List<double>(), new List<double>())),
        ];
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var (work, batch, samples, bytes) in InOrder(all))
            {
                var allocated = GC.GetAllocatedBytesForCurrentThread();
                samples.Add(Time(work.Run, batch).TotalMicroseconds / batch);
                bytes.Add((GC.GetAllocatedBytesForCurrentThread() - allocated) / (double)batch);
            }
        }

        return
        [
            .. all.Select(one => new Measurement(one.Work.Variant, one.Work.Part, one.Samples)
            {
                AllocatedBytes = one.Bytes.Order().ElementAtOrDefault(one.Bytes.Count / 2),
            }),
        ];
    }

    // Finding it warms the computation up.
    private int BatchOf(Action run)
    {
        Time(run, WarmUps);
        var batch = 1;
        while (batch < LargestBatch && Time(run, batch) < ShortestSample)
        {
            batch *= 2;
        }

        return batch;
    }

    private TimeSpan Time(Action run, int times)
    {
        var started = clock.GetTimestamp();
        for (var i = 0; i < times; i++)
        {
            run();
        }

        return clock.GetElapsedTime(started);
    }

    private T[] InOrder<T>(IReadOnlyList<T> all)
    {
        T[] shuffled = [.. all];
        order.Shuffle(shuffled);
        return shuffled;
    }
}
