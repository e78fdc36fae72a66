using Interoperability.Tests.OurClient;
using Interoperability.Tests.TheirClients;
using Interoperability.Tests.TheirClients.Libraries;

namespace Interoperability.Tests.Table;

/// <summary>The page says what the tests have seen in this run. <c>UPDATE_REFERENCE=1</c> writes it.</summary>
public sealed class InteroperabilityPageTests(Columns columns)
{
    private static readonly Column[] Servers =
    [
        new OurServerColumn(),
        new NodeOidcProviderColumn(),
        new OpenIddictColumn(),
    ];
    private static readonly Column[] Clients =
    [
        new CurlColumn(),
        new OpenIdClientColumn(),
        new Oauth4WebApiColumn(),
        new DuendeColumn(),
        new OpenIddictClientColumn(),
        new MsalColumn(),
    ];

    [Fact]
    public async Task The_page_is_what_the_programs_did()
    {
        var expected = InteroperabilityPage.Write(await TriedAsync(Servers), await TriedAsync(Clients));
        var file = Path.Combine(Lib(), "INTEROPERABILITY.md");
        if (Environment.GetEnvironmentVariable("UPDATE_REFERENCE") is "1")
        {
            await File.WriteAllTextAsync(file, expected, TestContext.Current.CancellationToken);
        }

        var written = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        Assert.Equal(expected, written.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Every_row_has_an_outcome_or_a_reason_and_no_row_has_a_reason_that_says_nothing() =>
        Assert.All(
            Servers.Concat(Clients).SelectMany(column => column.Reasons),
            reason =>
            {
                Assert.Contains(reason.Key, Feature.All);
                Assert.EndsWith(".", reason.Value, StringComparison.Ordinal);
            }
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

    private static string Lib()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "ClientAuthNotebooks.slnx")))
            {
                return Path.Combine(folder.FullName, "lib");
            }
        }

        throw new DirectoryNotFoundException($"No checkout of the project above {AppContext.BaseDirectory}.");
    }
}
