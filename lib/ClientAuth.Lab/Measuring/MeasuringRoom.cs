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
    /// <summary>Of the random order of rounds, so that a lesson measures in the same order each time.</summary>
    public const int Seed = 2026;

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
        var runs = await InTurnsAsync(trials, trial => trial.RunAsync(cancellationToken));
        return
        [
            .. trials
                .Zip(runs)
                .SelectMany(one =>
                    one.Second.SelectMany(laps => laps)
                        .GroupBy(lap => lap.Part)
                        .Select(part => new Measurement(
                            one.First.Variant,
                            part.Key,
                            [.. part.Select(lap => lap.Took.TotalMicroseconds)]
                        ))
                ),
        ];
    }

    /// <summary>Runs each of these once a round.</summary>
    /// <returns>For each, in their order, what its runs gave that count.</returns>
    public async Task<IReadOnlyList<IReadOnlyList<TRun>>> InTurnsAsync<TVariant, TRun>(
        IReadOnlyList<TVariant> variants,
        Func<TVariant, Task<TRun>> runAsync
    )
    {
        (TVariant Variant, List<TRun> Runs)[] all = [.. variants.Select(variant => (variant, new List<TRun>()))];
        for (var round = -WarmUps; round < Rounds; round++)
        {
            foreach (var (variant, runs) in InOrder(all))
            {
                var run = await runAsync(variant);
                if (round >= 0)
                {
                    runs.Add(run);
                }
            }
        }

        return [.. all.Select(one => one.Runs)];
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

/// <summary>Something that only computes: no wire, no wait.</summary>
/// <param name="Variant">What it is called.</param>
/// <param name="Part">Which part of it, such as <c>sign</c>.</param>
/// <param name="Run">Does it once.</param>
internal sealed record Computation(string Variant, string Part, Action Run);

/// <summary>Something that can be run many times, and says each time how long its parts took.</summary>
/// <param name="Variant">What it is called.</param>
/// <param name="RunAsync">One run; each has the same parts.</param>
internal sealed record Trial(string Variant, Func<CancellationToken, Task<IReadOnlyList<Lap>>> RunAsync);

/// <summary>A part of one run, and how long it took.</summary>
/// <param name="Part">Empty where a run has one part only.</param>
/// <param name="Took">On the monotonic clock.</param>
internal sealed record Lap(string Part, TimeSpan Took);
