using System.Collections.Concurrent;
using ClientAuth.Visuals;
using static System.FormattableString;

namespace ClientAuth.Lab.Rotation;

/// <summary>
/// A year in the life of a fleet. Each install asks for a token once a week: a real request, over TLS, to a real server whose clock
/// is moved from day to day. From the day of the theft on the thief tries the copy every day, until it was refused for a fortnight. The
/// same installs and the same strategy come to the same figures, so a year that was lived to its end is remembered: a cell that runs again shows them at once.
/// </summary>
/// <param name="installs">How many installs.</param>
/// <param name="habits">Decides how soon each of them updates; the same seed gives the same year.</param>
public sealed class FleetYear(int installs, Random habits)
{
    private static readonly TimeSpan RequestTime = TimeSpan.FromHours(12);

    private readonly ConcurrentDictionary<RotationStrategy, StrategyYear> _lived = new();

    /// <summary>The installs with their habits.</summary>
    public IReadOnlyList<FleetDevice> Installs { get; } = FleetDevice.Fleet(installs, habits);

    /// <summary>The fleet as a lesson shows it.</summary>
    public FactsView Summary() => new("The fleet", [.. Installs.Select(install => (install.Name, Habit(install)))]);

    /// <summary>Lives the year once for each strategy, with the same installs.</summary>
    public async Task<FleetYearReport> RunAsync(
        IReadOnlyList<RotationStrategy> strategies,
        CancellationToken cancellationToken = default
    )
    {
        var years = new StrategyYear[strategies.Count];
        await Parallel.ForAsync(
            0,
            strategies.Count,
            cancellationToken,
            async (index, stop) => years[index] = await RunAsync(strategies[index], stop)
        );
        return new FleetYearReport(years);
    }

    /// <summary>Lives the year with one strategy, or remembers it.</summary>
    public async Task<StrategyYear> RunAsync(RotationStrategy strategy, CancellationToken cancellationToken = default)
    {
        if (_lived.TryGetValue(strategy, out var lived))
        {
            return lived;
        }

        return _lived.GetOrAdd(strategy, await LiveAsync(strategy, cancellationToken));
    }

    private async Task<StrategyYear> LiveAsync(RotationStrategy strategy, CancellationToken cancellationToken)
    {
        var (scene, steps) = await strategy.BeginAsync(Installs, cancellationToken);
        await using var _ = scene;
        List<InstallRequest> requests = [];
        List<int> exposed = [];
        var refusals = 0;
        for (var day = 0; day < RotationCalendar.Days; day++)
        {
            foreach (var step in steps.Where(step => step.Day == day))
            {
                await step.DoAsync(cancellationToken);
            }

            // The operator works at midnight, the apps and the thief later: what ends on a day has ended for all of it.
            scene.Clock.Advance(RequestTime);
            foreach (var install in OpenedOn(day))
            {
                var refusedBy = await scene.AskAsync(install, scene.GenerationOf(install, day), cancellationToken);
                requests.Add(new InstallRequest(day, install.Name, refusedBy));
            }

            if (day >= RotationCalendar.Copied && refusals < RotationCalendar.ThiefGivesUpAfter)
            {
                var served = await scene.UseCopyAsync(day, cancellationToken);
                refusals = served ? 0 : refusals + 1;
                exposed.AddRange(served ? [day] : []);
            }

            scene.Clock.Advance(TimeSpan.FromDays(1) - RequestTime);
        }

        return new StrategyYear(strategy.Name, requests, exposed);
    }

    private IEnumerable<FleetDevice> OpenedOn(int day) =>
        Installs.Where((_, number) => number % RotationCalendar.OpenedEvery == day % RotationCalendar.OpenedEvery);

    private static string Habit(FleetDevice install) =>
        install.UpdatesAfterDays <= install.ReachedAfterDays
            ? Invariant($"updates as soon as the store reaches it, on day {install.ReachedAfterDays}")
            : Invariant(
                $"the store reaches it on day {install.ReachedAfterDays}, its owner updates on day {install.UpdatesAfterDays}"
            );
}
