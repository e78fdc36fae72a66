using System.Collections.Concurrent;
using ClientAuth.Lab.Rotation;

namespace ClientAuth.Lab.Tests.Rotation;

/// <summary>The years of one fleet, each lived once, by whichever test asks for its strategy first.</summary>
public sealed class LivedYears
{
    // Equal strategies are one: they are records.
    private readonly ConcurrentDictionary<RotationStrategy, Lazy<Task<StrategyYear>>> _years = [];

    internal FleetYear Fleet { get; } = new(installs: 10, new Random(10));

    internal Task<StrategyYear> OfAsync(RotationStrategy strategy) =>
        _years
            .GetOrAdd(
                strategy,
                one => new Lazy<Task<StrategyYear>>(() => Fleet.RunAsync(one, TestContext.Current.CancellationToken))
            )
            .Value;
}
