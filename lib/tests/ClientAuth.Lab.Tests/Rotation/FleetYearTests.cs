using System.Globalization;
using System.Text.RegularExpressions;
using ClientAuth.Lab.Expectations;
using ClientAuth.Lab.Rotation;

namespace ClientAuth.Lab.Tests.Rotation;

/// <summary>The figures of a year are counted, and they are the same every time.</summary>
public sealed partial class FleetYearTests(LivedYears years) : IClassFixture<LivedYears>
{
    private static readonly IReadOnlyList<RotationStrategy> All =
    [
        .. RotationStrategy.OfSecrets,
        .. RotationStrategy.OfCertificates,
        .. RotationStrategy.OfKeys,
    ];

    [Fact]
    public void No_owner_updates_before_the_store_has_the_update()
    {
        var summary = new FleetYear(installs: 10, new Random(10)).Summary().ToString();

        Assert.Contains("updates as soon as the store reaches it, on day ", summary, StringComparison.Ordinal);
        Assert.All(
            Habit.Matches(summary),
            habit => Assert.True(Day(habit, "reached") < Day(habit, "updated"), habit.Value)
        );
    }

    [Theory]
    [InlineData("secret, never rotated", 0, 0, 0, 315, "")]
    [InlineData("secret, no overlap", 18, 7, 52, 70, "secret.not_expired")]
    [InlineData("secret, 30 days' overlap", 3, 1, 21, 100, "secret.not_expired")]
    [InlineData("secret, 60 days' overlap", 0, 0, 0, 130, "")]
    [InlineData("secret, 7 days' overlap, forced", 0, 0, 0, 77, "")]
    [InlineData("certificate, renewed on expiry", 39, 7, 108, 70, "certificate.validity")]
    [InlineData("certificate, renewed 60 days before", 0, 0, 0, 70, "")]
    [InlineData("certificate, revoked after a theft", 3, 1, 21, 10, "certificate.not_revoked")]
    [InlineData("new authority, old one dropped", 18, 7, 52, 70, "certificate.chain")]
    [InlineData("new authority, both 60 days", 0, 0, 0, 130, "")]
    [InlineData("pinned server key, no backup", 18, 7, 52, 119, "the app's pin")]
    [InlineData("pinned server key, backup pin", 0, 0, 0, 119, "")]
    [InlineData("assertion key, no overlap", 18, 7, 52, 70, "assertion.key")]
    [InlineData("assertion key, 60 days' overlap", 0, 0, 0, 130, "")]
    [InlineData("assertion key, withdrawn, forced", 1, 1, 7, 10, "assertion.key")]
    public async Task A_year_has_these_figures(
        string strategy,
        int failed,
        int installsHit,
        int outage,
        int exposed,
        string refusedBy
    )
    {
        var year = await years.OfAsync(All.Single(one => one.Name == strategy));

        Assert.Equal(522, year.Requests.Count);
        Assert.Equal(
            (failed, installsHit, outage, exposed, refusedBy),
            (
                year.Failed.Count,
                year.InstallsHit,
                year.OutageDays.Count,
                year.ExposedDays.Count,
                string.Join(", ", year.RefusedBy)
            )
        );
    }

    [Fact]
    public async Task An_overlap_that_outlasts_the_slowest_install_costs_no_request_and_lets_the_thief_in_for_as_long()
    {
        var slowest = years.Fleet.Installs.Max(install => install.UpdatesAfterDays);

        var without = await years.OfAsync(new RotationStrategy.SecretReplaced(OverlapDays: 0));
        var with = await years.OfAsync(new RotationStrategy.SecretReplaced(slowest + 1));

        Assert.NotEmpty(without.Failed);
        Assert.Empty(with.Failed);
        Assert.Equal(slowest + 1, with.ExposedDays.Count - without.ExposedDays.Count);
    }

    [Fact]
    public async Task Nothing_fails_before_the_operator_acts()
    {
        var year = await years.OfAsync(new RotationStrategy.AssertionKeyReplaced(OverlapDays: 0));

        Assert.Equal(RotationCalendar.Due, year.Failed[0].Day);
        Assert.Equal(RotationCalendar.Due - 1, year.ExposedDays[^1]);
    }

    [Fact]
    public async Task A_year_that_was_lived_is_remembered_and_another_fleet_lives_its_own()
    {
        var strategy = new RotationStrategy.SecretReplaced(OverlapDays: 0);
        var first = await years.OfAsync(strategy);

        Assert.Same(
            first,
            await years.Fleet.RunAsync(
                new RotationStrategy.SecretReplaced(OverlapDays: 0),
                TestContext.Current.CancellationToken
            )
        );
        Assert.NotSame(first, await years.OfAsync(strategy with { ForcesUpdate = true }));
        var other = new FleetYear(installs: 3, new Random(11));
        Assert.NotEqual(
            first.Requests.Count,
            (await other.RunAsync(strategy, TestContext.Current.CancellationToken)).Requests.Count
        );
    }

    [Fact]
    public void The_same_seed_gives_the_same_fleet_and_another_seed_another()
    {
        Assert.Equal(years.Fleet.Installs, FleetDevice.Fleet(10, new Random(10)));
        Assert.NotEqual(years.Fleet.Installs, FleetDevice.Fleet(10, new Random(11)));
        Assert.All(
            years.Fleet.Installs,
            install => Assert.InRange(install.UpdatesAfterDays, 0, FleetDevice.SlowestUpdateDays)
        );
    }

    [Fact]
    public async Task A_report_finds_a_year_by_its_strategy_and_lists_them_where_there_is_none()
    {
        var report = new FleetYearReport([await years.OfAsync(new RotationStrategy.SecretKept())]);

        Assert.Equal(315, report["secret, never rotated"].ExposedDays.Count);
        var missing = Assert.Throws<ArgumentException>(() => report["secret"]);
        Assert.StartsWith(
            "No strategy 'secret' was run; there are: secret, never rotated.",
            missing.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Table_and_chart_count_the_same_days_and_the_chart_has_the_days_of_the_calendar()
    {
        var year = await years.OfAsync(new RotationStrategy.SecretReplaced(OverlapDays: 0));
        var report = new FleetYearReport([year]);

        Assert.EndsWith(
            "secret, no overlap  522       18      7             52 days  70 days  secret.not_expired",
            report.Table().ToString(),
            StringComparison.Ordinal
        );
        Assert.Equal(
            "Outage and exposure through the year: secret, no overlap, outage 52 days, exposed 70 days; "
                + "day 50: credential copied; day 60: theft found; day 120: rotation due",
            report.Chart().ToString()
        );
        Assert.Equal((RotationCalendar.Copied, RotationCalendar.Due), (year.ExposedDays[0], year.OutageDays[0]));
    }

    [Fact]
    public async Task A_claim_that_does_not_hold_is_told_what_was_counted()
    {
        var report = new FleetYearReport([await years.OfAsync(new RotationStrategy.SecretKept())]);

        Assert.Contains("315", report.MustShow(("secret, never rotated", 0, 315)).ToString(), StringComparison.Ordinal);
        var wrong = Assert.Throws<LessonExpectationException>(() => report.MustShow(("secret, never rotated", 1, 315)));
        Assert.Equal(
            "Expected 1 failed requests and 315 days exposed for 'secret, never rotated', "
                + "counted 0 failed requests and 315 days exposed for 'secret, never rotated'.",
            wrong.Message
        );
    }

    [Fact]
    public void Days_that_no_year_has_are_refused_before_it_begins()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new RotationStrategy.SecretReplaced(OverlapDays: -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RotationStrategy.AssertionKeyReplaced(OverlapDays: 366));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RotationStrategy.AuthorityReplaced(DaysBothTrusted: -1));
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            new RotationStrategy.CertificateRenewed(DaysBeforeExpiry: 120)
        );
    }

    [GeneratedRegex(@"the store reaches it on day (?<reached>\d+), its owner updates on day (?<updated>\d+)")]
    private static partial Regex Habit { get; }

    private static int Day(Match habit, string name) =>
        int.Parse(habit.Groups[name].Value, CultureInfo.InvariantCulture);
}
