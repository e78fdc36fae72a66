using ClientAuth.Protocol.Recording;
using ClientAuth.Visuals.Drawing;
using ClientAuth.Visuals.Figures;
using ClientAuth.Visuals.Text;

namespace ClientAuth.Visuals.Charts;

/// <summary>How long one request takes: a bar for each method, a part for each phase.</summary>
public sealed class RequestTimingChart(params IReadOnlyList<MethodTiming> timings) : Chart(Read(timings))
{
    private protected override string Summary() =>
        timings.Count == 0 ? $"{Title}: nothing was timed" : $"{Title}: {string.Join("; ", timings.Select(Describe))}";

    private static BarFigure Read(IReadOnlyList<MethodTiming> timings) =>
        new(
            "Where the milliseconds of one request go",
            "time (ms)",
            "method",
            "ms",
            DistinctNames.Of(timings.Select(timing => timing.Method)),
            [
                .. PhaseOrder
                    .Of(timings.SelectMany(timing => timing.Phases))
                    .Select((phase, position) => Series(phase, position, timings)),
            ]
        );

    private static BarSeries Series(string phase, int position, IReadOnlyList<MethodTiming> timings) =>
        new(phase, [.. timings.Select(timing => Duration(timing, phase))], PhaseOrder.Look(phase, position));

    private static string Describe(MethodTiming timing)
    {
        var phases = PhaseOrder.Of(timing.Phases);
        var total = Math.Round(phases.Sum(phase => Duration(timing, phase)), 2);
        var longest = phases.MaxBy(phase => Duration(timing, phase));
        return longest is null
            ? $"{timing.Method} not timed"
            : $"{timing.Method} {Numbers.Show(total)} ms, longest {longest} with {Numbers.Show(Duration(timing, longest))} ms";
    }

    private static double Duration(MethodTiming timing, string phase) =>
        Numbers.Milliseconds(
            timing.Phases.Where(p => p.Name == phase).Aggregate(TimeSpan.Zero, (sum, p) => sum + p.Duration)
        );
}

/// <summary>How long one request with one method took, phase by phase.</summary>
/// <param name="Method">The method's registered name, or a label of the lesson.</param>
/// <param name="Phases">In any order; phases of the same name are added up.</param>
public sealed record MethodTiming(string Method, IReadOnlyList<RecordedPhase> Phases);
