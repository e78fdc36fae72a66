using ClientAuth.Visuals.Drawing;
using ClientAuth.Visuals.Figures;
using ClientAuth.Visuals.Text;

namespace ClientAuth.Visuals.Charts;

/// <summary>
/// When installs were without a token and when a stolen copy was still good: a row for each strategy, the days of the year across, and what
/// happens on some of them whatever the strategy.
/// </summary>
/// <param name="events">By day.</param>
/// <param name="years">From top to bottom.</param>
public sealed class RotationChart(IReadOnlyList<RotationEvent> events, params IReadOnlyList<RotationYear> years)
    : Chart(Read(events, years))
{
    private protected override string Summary() =>
        string.Join(
            "; ",
            [
                years.Count == 0
                    ? $"{Title}: no strategy was run"
                    : $"{Title}: {string.Join("; ", years.Select(Describe))}",
                .. events.Select(one => $"day {Numbers.Show(one.Day)}: {one.Label}"),
            ]
        );

    private static DayRangeFigure Read(IReadOnlyList<RotationEvent> events, IReadOnlyList<RotationYear> years) =>
        new(
            "Outage and exposure through the year",
            "day of the year",
            "strategy",
            "days",
            DistinctNames.Of(years.Select(year => year.Strategy)),
            [
                new(
                    "some installs got no token",
                    SeriesLook.At(0),
                    [.. years.Select(year => DayRange.Of(year.OutageDays))]
                ),
                new(
                    "the stolen copy still worked",
                    SeriesLook.At(5),
                    [.. years.Select(year => DayRange.Of(year.ExposedDays))]
                ),
            ]
        )
        {
            Marks = [.. events.OrderBy(one => one.Day).Select(Mark)],
        };

    private static AxisMark Mark(RotationEvent one) => new(one.Day, $"{Numbers.Show(one.Day)}: {one.Label}");

    private static string Describe(RotationYear year) =>
        $"{year.Strategy}, outage {Numbers.Show(year.OutageDays.Count)} days, exposed {Numbers.Show(year.ExposedDays.Count)} days";
}

/// <summary>Something that happens on one day of the year, whatever the strategy.</summary>
/// <param name="Day">Counted from 0, as everywhere in the year.</param>
/// <param name="Label">What happens, in a few words.</param>
public sealed record RotationEvent(int Day, string Label);

/// <summary>On which days of a year something was wrong, for one way to rotate a credential. Days are counted from 0, in order.</summary>
/// <param name="Strategy">What the chart calls it.</param>
/// <param name="OutageDays">Days on which some install was without a token.</param>
/// <param name="ExposedDays">Days on which a stolen copy was still good.</param>
public sealed record RotationYear(string Strategy, IReadOnlyList<int> OutageDays, IReadOnlyList<int> ExposedDays);
