using System.Diagnostics;
using ClientAuth.Lab.Fleet;
using ClientAuth.Lab.Measuring;
using ClientAuth.Protocol.Recording;
using ClientAuth.Visuals.Measurements;

namespace ClientAuth.Lab;

/// <summary>Measures the steps of something that takes several requests.</summary>
public sealed partial class LessonLab
{
    private const string TheKey = "the key";

    /// <summary>
    /// Lets something happen many times, and measures its steps: the server's work on each request, and what phones and clients
    /// compute meanwhile. What a message spends on its way is not among them.
    /// </summary>
    /// <param name="title">What happens.</param>
    /// <param name="action">Lets it happen once, with the same steps each time.</param>
    public async Task<Measured> MeasureStepsAsync(string title, Func<Task> action)
    {
        var measurements = await Room.RunAsync(
            [
                new Trial(
                    title,
                    async _ =>
                    {
                        var started = Stopwatch.GetElapsedTime(0);
                        await action();
                        return StepsSince(started);
                    }
                ),
            ],
            CancellationToken.None
        );
        return new Measured(
            title,
            TimeUnit.Millisecond,
            AxisScale.Linear,
            [.. measurements.Select(one => one with { Variant = one.Part, Part = "" })]
        );
    }

    private IReadOnlyList<Lap> StepsSince(TimeSpan started)
    {
        var purpose = new RequestPurpose(Server.Metadata);
        var requests = Server
            .Exchanges.Snapshot()
            .Where(exchange => exchange.Started >= started)
            .Select(exchange =>
                (
                    exchange.Started!.Value,
                    $"server: {NameOf(exchange)}",
                    exchange.Answered!.Value - exchange.Started.Value
                )
            );
        var works = Works
            .Between(started, TimeSpan.MaxValue)
            .Select(work =>
                (
                    work.Started,
                    $"{(work.By == Participant.Device ? "phone" : "app")}: {Unnamed(work.Did)}",
                    work.Duration
                )
            );
        return
        [
            .. requests
                .Concat(works)
                .OrderBy(step => step.Item1)
                .GroupBy(step => step.Item2)
                .Select(same => new Lap(same.Key, same.Aggregate(TimeSpan.Zero, (sum, one) => sum + one.Item3))),
        ];

        // The same step names other keys in other apps.
        static string Unnamed(string did) =>
            did.IndexOf(TheKey, StringComparison.Ordinal) is >= 0 and var key ? did[..(key + TheKey.Length)] : did;

        string NameOf(RecordedExchange exchange) =>
            exchange.Trace.Failure is { Check: var check } ? $"refuses, {check}" : purpose.Of(exchange);
    }
}
