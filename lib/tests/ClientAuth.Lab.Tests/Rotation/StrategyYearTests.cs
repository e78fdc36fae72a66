using ClientAuth.Lab.Rotation;

namespace ClientAuth.Lab.Tests.Rotation;

public sealed class StrategyYearTests
{
    [Fact]
    public void An_outage_lasts_from_the_first_refusal_to_the_next_token()
    {
        var year = new StrategyYear("s", [Asked(0), Asked(7, "a"), Asked(14, "b"), Asked(21), Asked(28, "a")], []);

        Assert.Equal([.. Enumerable.Range(7, 14), .. Enumerable.Range(28, 365 - 28)], year.OutageDays);
        Assert.Equal(["a", "b"], year.RefusedBy);
    }

    [Fact]
    public void Outages_of_two_installs_count_each_day_once()
    {
        var year = new StrategyYear(
            "s",
            [Asked(1, "a"), Asked(2, "a", "phone-2"), Asked(8, "a"), Asked(9, null, "phone-2"), Asked(15)],
            []
        );

        Assert.Equal(Enumerable.Range(1, 14), year.OutageDays);
        Assert.Equal((3, 2), (year.Failed.Count, year.InstallsHit));
    }

    private static InstallRequest Asked(int day, string? refusedBy = null, string install = "phone-1") =>
        new(day, install, refusedBy);
}
