using ClientAuth.Visuals.Html;
using ClientAuth.Visuals.Text;

namespace ClientAuth.Visuals;

/// <summary>Which device of a fleet takes which path, and why in short; the rest is folded. A device without a token stands out.</summary>
public sealed class FleetView : View
{
    private const string NoToken = "✗ no token";

    private static readonly string[] Columns = ["Device", "Path", "Why"];

    private readonly IReadOnlyList<(FleetRow Device, string Path)> _rows;
    private readonly string _summary;

    public FleetView(IReadOnlyList<FleetRow> fleet, string title = "Which device takes which path")
        : this(
            title,
            [.. fleet.Select(device => (device, PathOf(device)))],
            $"{Numbers.Show(fleet.Count(device => device.Path is not null))} of {Numbers.Show(fleet.Count)} devices have a token"
        ) { }

    private FleetView(string title, IReadOnlyList<(FleetRow Device, string Path)> rows, string summary)
        : base(title) => (_rows, _summary) = (rows, summary);

    /// <summary>The devices that take another path than before, with both paths.</summary>
    /// <param name="before">The fleet as it was.</param>
    /// <param name="now">The same devices, in the same order.</param>
    /// <param name="title">What is compared.</param>
    /// <exception cref="ArgumentException">They are not the same devices.</exception>
    public static FleetView Changes(
        IReadOnlyList<FleetRow> before,
        IReadOnlyList<FleetRow> now,
        string title = "Which device takes another path"
    )
    {
        if (!before.Select(device => device.Device).SequenceEqual(now.Select(device => device.Device)))
        {
            throw new ArgumentException(
                "The fleet before and the fleet now must have the same devices.",
                nameof(before)
            );
        }

        (FleetRow Device, string Path)[] rows =
        [
            .. before
                .Zip(now)
                .Where(pair => pair.First.Path != pair.Second.Path)
                .Select(pair => (pair.Second, $"{PathOf(pair.First)} → {PathOf(pair.Second)}")),
        ];
        return new FleetView(
            title,
            rows,
            $"{Numbers.Show(rows.Length)} of {Numbers.Show(now.Count)} devices take another path, the others the same as before; "
                + $"{Numbers.Show(now.Count(device => device.Path is not null))} have a token"
        );
    }

    private protected override IEnumerable<HtmlNode> Body() =>
        [new HtmlElement("p", _summary), HtmlTable.RenderWithoutCaption(_summary, Columns, _rows.Select(Row))];

    private protected override string PlainBody() =>
        $"{_summary}\n"
        + PlainTable.Render(
            [.. Columns, "In full", "Failing check", "Its platform vouches for"],
            _rows.Select(row =>
                new[]
                {
                    row.Device.Device,
                    row.Path,
                    row.Device.InShort,
                    row.Device.Why,
                    row.Device.FailingCheck ?? "",
                    row.Device.VouchedFor,
                }
            )
        );

    private static string PathOf(FleetRow device) => device.Path ?? NoToken;

    private static HtmlElement Row((FleetRow Device, string Path) row)
    {
        HtmlNode[] cells = [row.Device.Device, row.Path, Why(row.Device)];
        return row.Device.Path is null ? HtmlTable.FailedRow(cells) : HtmlTable.Row(cells);
    }

    private static HtmlElement Why(FleetRow device) =>
        new(
            "details",
            new HtmlElement("summary", new BreakableText(device.InShort)).Styled(Style.Summary),
            new HtmlElement("p", new BreakableText(device.Why)).Styled(Style.Fact),
            new HtmlElement(
                "p",
                Label("failing check"),
                device.FailingCheck is { } check ? HtmlTable.Code(check) : "none"
            ).Styled(Style.Fact),
            new HtmlElement("p", Label("its platform vouches for"), device.VouchedFor).Styled(Style.Fact)
        );

    private static HtmlElement Label(string text) => new HtmlElement("span", $"{text} ").Styled(Style.Label);
}

/// <summary>One device of a fleet.</summary>
/// <param name="Device">What a person calls it.</param>
/// <param name="Path">How it came to a token; null where it has none.</param>
/// <param name="InShort">Why this path and no other, in at most eight words.</param>
public sealed record FleetRow(string Device, string? Path, string InShort)
{
    /// <summary>The same with every value.</summary>
    public required string Why { get; init; }

    /// <summary>What its platform attests about it and the app.</summary>
    public required string VouchedFor { get; init; }

    /// <summary>The check of the server that refused the attestation, if one did.</summary>
    public string? FailingCheck { get; init; }
}
