using ClientAuth.Protocol.Recording;
using ClientAuth.Visuals.Html;
using ClientAuth.Visuals.Text;
using ClientAuth.Visuals.Transcripts;

namespace ClientAuth.Visuals;

/// <summary>Which clients of a fleet get a token, how the others are refused, and how many faults are mended; what the server's log says is folded.</summary>
/// <param name="clients">A row for each.</param>
/// <param name="mended">How many faults are mended.</param>
/// <param name="faults">How many there were.</param>
/// <param name="title">What is shown.</param>
public sealed class ClientBoardView(
    IReadOnlyList<ClientRow> clients,
    int mended,
    int faults,
    string title = "The fleet"
) : View(title)
{
    private static readonly string[] Columns = ["Client", "Answer"];

    private string Summary =>
        $"{Numbers.Show(mended)} of {Numbers.Show(faults)} faults mended; "
        + $"{Numbers.Show(clients.Count(client => client.IsGreen))} of {Numbers.Show(clients.Count)} clients get a token as they should";

    private string Dots => new string('●', mended) + new string('○', faults - mended);

    private protected override IEnumerable<HtmlNode> Body() =>
        [
            new HtmlElement("p", new HtmlElement("span", Dots).With("aria-hidden", "true"), " ", Summary),
            HtmlTable.RenderWithoutCaption(Summary, Columns, clients.Select(Row)),
        ];

    private protected override IEnumerable<HtmlNode> Glance() => [Summary];

    private protected override string PlainBody() =>
        $"{Dots} {Summary}\n"
        + PlainTable.Render(
            ["Client", "Method", "Answer", "Failing check", "Expected", "Seen"],
            clients.Select(client =>
                new[]
                {
                    client.Client,
                    client.Method,
                    Response(client),
                    client.Failure?.Check ?? "",
                    client.Failure?.Expected ?? "",
                    client.Failure?.Seen ?? "",
                }
            )
        );

    private static HtmlElement Row(ClientRow client)
    {
        HtmlNode[] cells = [Name(client), client.IsGreen ? Response(client) : Details(client)];
        return client.IsGreen ? HtmlTable.Row(cells) : HtmlTable.FailedRow(cells);
    }

    // In two lines, so that a phone has room for the answer.
    private static HtmlElement Name(ClientRow client) =>
        new(
            "div",
            new HtmlElement("div", new BreakableText(client.Client)),
            new HtmlElement("div", new BreakableText(client.Method)).Styled(Style.Label)
        );

    private static string Response(ClientRow client) =>
        client switch
        {
            { Objection: { } objection } => $"✗ {objection}",
            { Failure: null } => "✓ token",
            _ => $"✗ {Numbers.Show(client.Status)} {client.Error ?? ReasonPhrase.Of(client.Status)}",
        };

    private static HtmlElement Details(ClientRow client) =>
        client.Failure is { } failure
            ? new(
                "details",
                new HtmlElement(
                    "summary",
                    new BreakableText(Response(client)),
                    " at ",
                    new HtmlElement("code", new BreakableText(failure.Check)).Styled(Style.Code)
                ).Styled(Style.Summary),
                LabelledLine.Of("expected", new BreakableText(failure.Expected)),
                LabelledLine.Of("seen", new BreakableText(failure.Seen)),
                LabelledLine.Of("rule", SpecificationLink.Render(failure.Specification))
            )
            : new("span", new BreakableText(Response(client)));
}

/// <summary>One client of a fleet that asked for a token.</summary>
/// <param name="Client">Its <c>client_id</c>.</param>
/// <param name="Method">How it proves who it is.</param>
/// <param name="Status">HTTP status of the last response.</param>
/// <param name="Error">The error code in it; null where there is none.</param>
/// <param name="Failure">The check that stopped it; null where it got a token.</param>
public sealed record ClientRow(string Client, string Method, int Status, string? Error, Decision? Failure)
{
    /// <summary>Why a token for this client is a problem, in a few words; null where it is none.</summary>
    public string? Objection { get; init; }

    internal bool IsGreen => Failure is null && Objection is null;
}
