using ClientAuth.Protocol.Recording;
using ClientAuth.Visuals.Html;
using ClientAuth.Visuals.Text;
using ClientAuth.Visuals.Transcripts;

namespace ClientAuth.Visuals;

/// <summary>Several exchanges in a row, one line each: what was asked, what was shown for it, and how it was answered.</summary>
public sealed class ExchangeListView(
    IReadOnlyList<RecordedExchange> exchanges,
    string title = "What reached the server"
) : View(title)
{
    private static readonly string[] Columns = ["#", "Request", "Asks for", "Shows", "Answer", "Failing check"];

    /// <summary>How many there are.</summary>
    public int Count => exchanges.Count;

    private protected override IEnumerable<HtmlNode> Body() =>
        exchanges is []
            ? [new HtmlElement("p", Summary())]
            : [HtmlTable.Render(Summary(), Columns, exchanges.Select(Row))];

    private protected override string PlainBody() =>
        exchanges is []
            ? Summary()
            : $"{Summary()}\n{PlainTable.Render(Columns, exchanges.Select(exchange => ExchangeLine.Of(exchange).Cells))}";

    private string Summary() =>
        exchanges.Count switch
        {
            0 => "No request at all",
            1 => "One request",
            var count => $"{Numbers.Show(count)} requests",
        };

    private static HtmlElement Row(RecordedExchange exchange)
    {
        var line = ExchangeLine.Of(exchange);
        HtmlNode[] cells =
        [
            line.Number,
            HtmlTable.Name(line.Request),
            new BreakableText(line.AsksFor),
            new BreakableText(line.Shows),
            new BreakableText(line.Response),
            line.FailingCheck is "" ? "" : HtmlTable.Name(line.FailingCheck),
        ];
        return line.FailingCheck is "" ? HtmlTable.Row(cells) : HtmlTable.FailedRow(cells);
    }
}
