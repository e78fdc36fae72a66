using System.Text;
using Interoperability.Tests.OurTester;
using WorkingCopies;

namespace Interoperability.Tests.Table;

/// <summary>The page <c>lib/INTEROPERABILITY.md</c>: two tables of outcomes, the reasons of the rows without one, the differences, and the tester's reports.</summary>
internal sealed class InteroperabilityPage
{
    private readonly StringBuilder _text = new();
    private readonly List<string> _reasons = [];

    public static string Path { get; } = System.IO.Path.Combine(Checkout.Root, "lib", "INTEROPERABILITY.md");

    public static string Write(IReadOnlyList<TriedColumn> servers, IReadOnlyList<TriedColumn> clients)
    {
        var page = new InteroperabilityPage();
        page.Line("<!-- Written by the tests of Interoperability.Tests; UPDATE_REFERENCE=1 writes it again. -->");
        page.Line();
        page.Line("# Who does what with whom");
        page.Line();
        page.Line(
            "Each cell is what a right credential got and, after the slash, what a wrong one got: status, error and, at this"
        );
        page.Line(
            "project's server, the check that its trace names. Everything crosses TLS on loopback, with keys made for the run."
        );
        page.Line("A number in brackets leads to the reason why two programs do not meet in a row.");
        page.Line();
        page.Line(
            "Wrong is one credential in each row: another secret, key or certificate than the registered one, a DPoP proof for another"
        );
        page.Line(
            "address, an initial access token that is none. Of a client the status and error are what it tells its app; OpenIddict.Client tells"
        );
        page.Line(
            "no status, so that is the server's. How a server takes other mistakes, [the tester](../README.md#test-your-own-server) asks it."
        );
        page.Line();
        page.Line("## This project's client, at");
        page.Table(servers);
        page.Line("## At this project's server");
        page.Table(clients);
        page.Notes();
        page.DifferencesTable();
        page._text.Append('\n').Append(TesterSection.Write());
        return page._text.ToString();
    }

    private void Table(IReadOnlyList<TriedColumn> columns)
    {
        Line();
        Line($"| | {string.Join(" | ", columns.Select(tried => tried.Column.Name))} |");
        Line($"|---|{string.Concat(columns.Select(_ => "---|"))}");
        foreach (var feature in Feature.All)
        {
            Line($"| {Heading(feature)} | {string.Join(" | ", columns.Select(tried => Cell(tried, feature)))} |");
        }

        Line();
    }

    private string Cell(TriedColumn tried, string feature)
    {
        if (tried.Outcomes.TryGetValue(feature, out var outcome))
        {
            return $"{outcome.Right} / {outcome.Wrong}";
        }

        var reason = tried.Column.Reasons[feature];
        if (!_reasons.Contains(reason))
        {
            _reasons.Add(reason);
        }

        return $"no [{_reasons.IndexOf(reason) + 1}]";
    }

    private void Notes()
    {
        Line("Why not:");
        Line();
        foreach (var (index, reason) in _reasons.Index())
        {
            Line($"{index + 1}. {reason}");
        }

        Line();
    }

    private void DifferencesTable()
    {
        Line("## Differences");
        Line();
        Line("What was seen when the rows were made to work; written by hand, where the tables above are results.");
        Line();
        Line("| row | program | who would have to change | what |");
        Line("|---|---|---|---|");
        foreach (var difference in Differences.All)
        {
            Line($"| {difference.Rows} | {difference.Who} | {difference.Whose} | {difference.What} |");
        }
    }

    // A method is a registered name.
    private static string Heading(string feature) =>
        ClientAuth.Protocol.TokenEndpointAuthMethods.All.Contains(feature) ? $"`{feature}`" : feature;

    private void Line(string text = "") => _text.Append(text).Append('\n');
}
