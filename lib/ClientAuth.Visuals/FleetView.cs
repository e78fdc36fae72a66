using ClientAuth.Visuals.Html;
using ClientAuth.Visuals.Text;

namespace ClientAuth.Visuals;

/// <summary>Which device of a fleet takes which path, and why; a device without a token stands out.</summary>
public sealed class FleetView(IReadOnlyList<FleetRow> fleet, string title = "Which device takes which path")
    : View(title)
{
    private const string NoToken = "✗ no token";

    private static readonly string[] Columns = ["Device", "Path", "Failing check", "Why", "Its platform vouches for"];

    private protected override IEnumerable<HtmlNode> Body() =>
        [HtmlTable.Render(Summary(), Columns, fleet.Select(Row))];

    private protected override string PlainBody() =>
        $"{Summary()}\n"
        + PlainTable.Render(
            Columns,
            fleet.Select(row =>
                new[] { row.Device, row.Path ?? NoToken, row.FailingCheck ?? "", row.Why, row.VouchedFor }
            )
        );

    private string Summary() =>
        $"{Numbers.Show(fleet.Count(row => row.Path is not null))} of {Numbers.Show(fleet.Count)} devices have a token";

    private static HtmlElement Row(FleetRow row)
    {
        HtmlNode[] cells =
        [
            row.Device,
            new HtmlElement("span", row.Path ?? NoToken).Styled(Style.OnePiece),
            row.FailingCheck is { } check ? HtmlTable.Name(check) : "",
            row.Why,
            row.VouchedFor,
        ];
        return row.Path is null ? HtmlTable.FailedRow(cells) : HtmlTable.Row(cells);
    }
}
