using ClientAuth.Visuals.Html;
using ClientAuth.Visuals.Text;

namespace ClientAuth.Visuals.Gallery;

/// <summary>
/// All failures at a glance: groups down, methods across, in each place how many runs there are. Below, each group opens to its checks, and
/// each check to its cases. It works where nothing can be run.
/// </summary>
public sealed class FailureMatrixView(
    IReadOnlyList<GalleryGroup> groups,
    IReadOnlyList<string> columns,
    IReadOnlyList<GalleryCase> cases,
    string title = "What a server must refuse, and what it must not"
) : View(title)
{
    private readonly MatrixTable _table = new(groups, columns, cases);

    private protected override IEnumerable<HtmlNode> Body() =>
        [
            new HtmlElement("p", _table.Summary),
            _table.ToHtml(),
            new HtmlElement("p", "Open a group, then a check: ✗ must be refused, ✓ must be accepted.").Styled(
                Style.Note
            ),
            .. groups.Select(group => GroupDrill.Open(group, Of(group))),
        ];

    private protected override string PlainBody() =>
        string.Join(
            '\n',
            [
                _table.Summary,
                _table.ToText(),
                .. groups.Select(group =>
                    $"{VisibleText.Line(group.Name)}: {VisibleText.Line(GroupDrill.Counts(Of(group)))}"
                ),
            ]
        );

    private List<GalleryCase> Of(GalleryGroup group) => [.. cases.Where(one => one.Group == group.Name)];
}
