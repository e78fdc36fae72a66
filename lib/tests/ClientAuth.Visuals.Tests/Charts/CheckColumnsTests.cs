using ClientAuth.Protocol.Recording;
using ClientAuth.Visuals.Charts;
using ClientAuth.Visuals.Tests.Samples;

namespace ClientAuth.Visuals.Tests.Charts;

public sealed class CheckColumnsTests
{
    [Fact]
    public void Checks_that_pass_share_a_column_for_each_group_and_one_that_fails_stands_alone() =>
        Assert.Equal(
            ["request: 2 checks", "client.known", "assertion.alg", "assertion: 2 checks"],
            Names(
                SampleTrace.Of(
                    "request.method",
                    "request.query",
                    "client.known",
                    "assertion.alg",
                    "assertion.key",
                    "assertion.aud"
                ),
                SampleTrace.FailingAt("request.method", "request.query", "client.known", "assertion.alg")
            )
        );

    [Fact]
    public void Where_there_are_too_many_columns_those_that_pass_are_merged_first()
    {
        string[] passed = ["request.a", "client.b", "secret.c"];
        string[] failing = [.. Enumerable.Range(1, 11).Select(number => $"assertion.{number}")];

        var names = Names([.. failing.Select((_, index) => Failing([.. passed, .. failing[..(index + 1)]]))]);

        Assert.Equal(["request–secret: 3 checks", .. failing], names);
    }

    [Fact]
    public void A_check_that_passes_joins_the_failing_one_behind_it_where_there_is_no_room()
    {
        string[] failing = [.. Enumerable.Range(1, 12).Select(number => $"assertion.{number}")];

        var columns = CheckColumns.Of([
            .. failing.Select((_, index) => Failing(["request.a", .. failing[..(index + 1)]])),
        ]);

        Assert.Equal(["assertion.1 and 1 more", .. failing[1..]], columns.Select(column => column.Name));
        Assert.Equal(["request.a", "assertion.1"], columns[0].Checks);
    }

    [Fact]
    public void Two_columns_of_one_group_are_named_by_their_first_checks() =>
        Assert.Equal(
            ["a.1 and 1 more", "a.3", "a.4 and 1 more"],
            Names(SampleTrace.Of("a.1", "a.2", "a.3", "a.4", "a.5"), SampleTrace.FailingAt("a.1", "a.2", "a.3"))
        );

    [Theory]
    [InlineData(1)]
    [InlineData(12)]
    [InlineData(13)]
    [InlineData(31)]
    public void There_are_never_more_than_twelve_and_no_check_is_lost_or_moved(int count)
    {
        string[] checks = [.. Enumerable.Range(1, count).Select(number => $"group{number % 5}.{number}")];

        var columns = CheckColumns.Of([.. checks.Select((_, index) => Failing(checks[..(index + 1)]))]);

        Assert.InRange(columns.Count, 1, 12);
        Assert.Equal(checks, columns.SelectMany(column => column.Checks));
        Assert.Equal(columns.Count, columns.Select(column => column.Name).Distinct().Count());
    }

    private static IEnumerable<string> Names(params IReadOnlyList<DecisionTrace> traces) =>
        CheckColumns.Of(traces).Select(column => column.Name);

    private static DecisionTrace Failing(string[] checks) => SampleTrace.FailingAt(checks);
}
