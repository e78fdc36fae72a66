using ClientAuth.MockServer.Soak.Load;
using ClientAuth.MockServer.Soak.Measuring;
using ClientAuth.MockServer.Soak.World;

namespace ClientAuth.MockServer.Soak;

/// <summary>One soak: a server under load for so long, measured meanwhile, judged at the end.</summary>
internal static class SoakRun
{
    private static readonly TimeSpan LongestInterval = TimeSpan.FromMinutes(1);

    // A short run is measured as often as a long one of ten minutes.
    private const int LeastSamples = 10;

    /// <returns>The exit code: 0 if all held, 1 otherwise.</returns>
    public static async Task<int> RunAsync(TimeSpan length, double rate, CancellationToken cancellationToken)
    {
        using var folder = new OwnFolder();
        var outcomes = new Outcomes();
        var samples = new List<MemorySample>();
        await using (var world = await SoakWorld.StartAsync(rate, cancellationToken))
        {
            using var kinds = new RequestKinds(world);
            Print(
                FormattableString.Invariant($"{kinds.All.Count} kinds of requests, {rate} in a second, for {length:c}")
            );
            using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            ending.CancelAfter(length);
            await Task.WhenAll(
                new LoadPace(kinds.All, rate, world.Clock, outcomes).RunAsync(ending.Token),
                new ClockJumps(world.Clock).RunAsync(ending.Token),
                MeasureAsync(length, samples, outcomes, folder, ending.Token)
            );
        }

        List<string> verdicts =
        [
            .. Flatness.Judge(samples),
            .. outcomes.Verdicts(),
            folder.Left() is [] ? "held: no file left" : $"NOT held: files left: {string.Join(", ", folder.Left())}",
        ];
        outcomes.Table().ForEach(Print);
        verdicts.ForEach(Print);
        return verdicts.TrueForAll(verdict => verdict.StartsWith("held", StringComparison.Ordinal)) ? 0 : 1;
    }

    private static async Task MeasureAsync(
        TimeSpan length,
        List<MemorySample> samples,
        Outcomes outcomes,
        OwnFolder folder,
        CancellationToken cancellationToken
    )
    {
        var interval = length / LeastSamples < LongestInterval ? length / LeastSamples : LongestInterval;
        using var timer = new PeriodicTimer(interval);
        Print(MemorySample.Header);
        var started = TimeProvider.System.GetTimestamp();
        try
        {
            while (await timer.WaitForNextTickAsync(cancellationToken))
            {
                var sample = MemorySample.Take(
                    TimeProvider.System.GetElapsedTime(started),
                    outcomes.Count,
                    folder.Left().Count
                );
                samples.Add(sample);
                Print(sample.ToString());
            }
        }
        catch (OperationCanceledException)
        {
            // The end of the load.
        }
    }

    private static void Print(string line) => Console.Out.WriteLine(line);
}
