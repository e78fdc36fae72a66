using Interoperability.Tests.OurClient;
using Interoperability.Tests.TheirClients;

namespace Interoperability.Tests.Table;

/// <summary>Every pair of programs, row by row: the right credential is accepted, and a wrong one is refused with this error, by this check.</summary>
public sealed class OutcomeTests(Columns columns)
{
    private static IEnumerable<Column> All => TriedServers.All.Concat(TriedClients.All);

    public static TheoryData<string, string> Rows =>
        [
            .. from column in All
            from feature in column.Features
            select new TheoryDataRow<string, string>(column.Name, feature)
            {
                TestDisplayName =
                    $"{column.Name}, {feature}: accepted with the right credential, refused with a wrong one",
            },
        ];

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task The_right_credential_is_accepted_and_a_wrong_one_refused(string name, string feature)
    {
        var column = All.Single(one => one.Name == name);

        var outcomes = await columns.OutcomesOfAsync(column);

        Assert.Equal(ExpectedOutcomes.Of(column, feature), outcomes[feature]);
    }

    [Fact]
    public void A_reason_is_about_a_row_of_the_table() =>
        Assert.All(All, column => Assert.Subset(Feature.All.ToHashSet(), column.Reasons.Keys.ToHashSet()));
}
