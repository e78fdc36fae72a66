using Interoperability.Tests.OurClient;
using Interoperability.Tests.OurTester;
using Interoperability.Tests.TheirClients;

namespace Interoperability.Tests.Table;

/// <summary>The page says what the tests have seen in this run. <c>UPDATE_REFERENCE=1</c> writes it.</summary>
public sealed class InteroperabilityPageTests(Columns columns)
{
    [Fact]
    public async Task The_page_is_what_the_programs_did()
    {
        var expected = InteroperabilityPage.Write(
            await TriedAsync(TriedServers.All),
            await TriedAsync(TriedClients.All)
        );
        var file = InteroperabilityPage.Path;
        if (Environment.GetEnvironmentVariable("UPDATE_REFERENCE") is "1")
        {
            await File.WriteAllTextAsync(file, expected, TestContext.Current.CancellationToken);
        }

        var written = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        Assert.Equal(expected, written.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void The_page_says_what_the_reports_say() =>
        Assert.Contains(
            TesterSection.Write(),
            File.ReadAllText(InteroperabilityPage.Path).ReplaceLineEndings("\n"),
            StringComparison.Ordinal
        );

    private async Task<IReadOnlyList<TriedColumn>> TriedAsync(IEnumerable<Column> all)
    {
        List<TriedColumn> tried = [];
        foreach (var column in all)
        {
            tried.Add(new TriedColumn(column, await columns.OutcomesOfAsync(column)));
        }

        return tried;
    }
}
