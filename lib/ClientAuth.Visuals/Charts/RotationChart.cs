using ClientAuth.Visuals.Text;

namespace ClientAuth.Visuals.Charts;

/// <summary>When installs were without a token and when a stolen copy was still good: a row for each strategy, the days of the year across.</summary>
public sealed class RotationChart(params IReadOnlyList<RotationYear> years) : Chart(Read(years))
{
    private protected override string Summary() =>
        years.Count == 0 ? $"{Title}: no strategy was run" : $"{Title}: {string.Join("; ", years.Select(Describe))}";

    private static StretchFigure Read(IReadOnlyList<RotationYear> years) =>
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
                    [.. years.Select(year => Stretch.Of(year.OutageDays))]
                ),
                new(
                    "the stolen copy still worked",
                    SeriesLook.At(5),
                    [.. years.Select(year => Stretch.Of(year.ExposedDays))]
                ),
            ]
        );

    private static string Describe(RotationYear year) =>
        $"{year.Strategy}, outage {Numbers.Show(year.OutageDays.Count)} days, exposed {Numbers.Show(year.ExposedDays.Count)} days";
}
