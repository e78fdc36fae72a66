using System.Globalization;
using ClientAuth.Lab.Expectations;
using ClientAuth.Visuals;
using ClientAuth.Visuals.Charts;

namespace ClientAuth.Lab.Rotation;

/// <summary>The year with each strategy, side by side.</summary>
public sealed class FleetYearReport(IReadOnlyList<StrategyYear> years)
{
    public IReadOnlyList<StrategyYear> Years => years;

    /// <summary>The year with the strategy of this name.</summary>
    /// <exception cref="ArgumentException">It was not among those that were run; the message lists them.</exception>
    public StrategyYear this[string strategy] =>
        years.FirstOrDefault(year => year.Strategy == strategy)
        ?? throw new ArgumentException(
            $"No strategy '{strategy}' was run; there are: {string.Join("; ", years.Select(year => year.Strategy))}.",
            nameof(strategy)
        );

    /// <summary>The figures.</summary>
    public TableView Table() =>
        new(
            "A year of the fleet",
            $"Each install asks for a token once a week; the thief tries the copy every day from day {Number(RotationCalendar.Copied)} on, and gives up after {Number(RotationCalendar.ThiefGivesUpAfter)} refusals in a row",
            ["strategy", "requests", "failed", "installs hit", "outage", "exposed", "refused by"],
            [.. years.Select(Row)]
        );

    /// <summary>These years and others of the same fleet.</summary>
    public FleetYearReport With(FleetYearReport other) => new([.. years, .. other.Years]);

    /// <summary>The same along the days of the year.</summary>
    public RotationChart Chart() =>
        new(
            RotationCalendar.Events,
            [.. years.Select(year => new RotationYear(year.Strategy, year.OutageDays, year.ExposedDays))]
        );

    /// <summary>Claims what the years came to, and shows all their figures.</summary>
    /// <exception cref="LessonExpectationException">A figure is another; the message says which strategy, and what was counted.</exception>
    public TableView MustShow(params IReadOnlyList<(string Strategy, int Failed, int ExposedDays)> figures)
    {
        var wrong = figures.Where(figure => Figures(this[figure.Strategy]) != figure).ToList();
        return wrong is []
            ? Table()
            : throw new LessonExpectationException(
                string.Join(
                    ' ',
                    wrong.Select(claim => $"Expected {Words(claim)}, counted {Words(Figures(this[claim.Strategy]))}.")
                )
            );
    }

    private static (string Strategy, int Failed, int ExposedDays) Figures(StrategyYear year) =>
        (year.Strategy, year.Failed.Count, year.ExposedDays.Count);

    private static string Words((string Strategy, int Failed, int ExposedDays) figure) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{figure.Failed} failed requests and {figure.ExposedDays} days exposed for '{figure.Strategy}'"
        );

    private static IReadOnlyList<string> Row(StrategyYear year) =>
        [
            year.Strategy,
            Number(year.Requests.Count),
            Number(year.Failed.Count),
            Number(year.InstallsHit),
            Days(year.OutageDays.Count),
            Days(year.ExposedDays.Count),
            string.Join(", ", year.RefusedBy.DefaultIfEmpty("–")),
        ];

    private static string Days(int count) => count == 1 ? "1 day" : $"{Number(count)} days";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
