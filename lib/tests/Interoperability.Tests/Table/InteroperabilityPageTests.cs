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

    // A row that nobody asserts elsewhere would otherwise bring anything onto the page.
    [Fact]
    public async Task Every_row_has_a_reason_or_was_accepted_with_the_right_credential_and_refused_with_a_wrong_one()
    {
        var tried = await TriedAsync(Servers.Concat(Clients));

        Assert.All(tried, one => Assert.Equal(Feature.All, Feature.All.Where(feature => IsTold(one, feature))));
        Assert.All(
            tried.SelectMany(one => one.Outcomes.Values),
            outcome =>
            {
                Assert.Matches(
                    "^(DPoP )?token$|^pushed$|^active$|^revoked, then inactive$|^registered, token",
                    outcome.Right
                );
                Assert.Matches("^40[01] [a-z_]+(, [a-z_.]+)?$", outcome.Wrong);
            }
        );
    }

    private static bool IsTold(TriedColumn tried, string feature) =>
        tried.Outcomes.ContainsKey(feature) != tried.Column.Reasons.ContainsKey(feature);

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
