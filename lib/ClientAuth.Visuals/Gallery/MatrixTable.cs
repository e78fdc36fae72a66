using ClientAuth.Visuals.Html;
using ClientAuth.Visuals.Text;

namespace ClientAuth.Visuals.Gallery;

/// <summary>The matrix of failures itself: how many runs, and how many of them came out otherwise than they must.</summary>
internal sealed class MatrixTable(
    IReadOnlyList<GalleryGroup> groups,
    IReadOnlyList<string> columns,
    IReadOnlyList<GalleryCase> cases
)
{
    private const string Cases = "cases";
    private const string Nothing = "·";

    // From so many runs on, the ground of a place is one step stronger.
    private static readonly int[] Steps = [1, 10, 30];

    public string Summary
    {
        get
        {
            var (all, wrong) = Count(cases.SelectMany(one => one.Runs));
            var outcome =
                wrong == 0 ? "each answered as it must be" : $"{Numbers.Show(wrong)} not answered as they must be";
            return $"{Numbers.Show(cases.Count)} cases, {Numbers.Show(all)} runs, {outcome}";
        }
    }

    private IReadOnlyList<string> Heads => ["Group", Cases, .. columns];

    public HtmlElement ToHtml() =>
        HtmlTable.RenderWithoutCaption("Runs by group and method", Heads, groups.Select(group => Row(group)));

    public string ToText() =>
        PlainTable.Render(
            Heads,
            groups.Select(group =>
                new[] { group.Name, Numbers.Show(Of(group).Count) }
                    .Concat(columns.Select(column => Words(Runs(group, column))))
                    .ToArray()
            )
        );

    private HtmlElement Row(GalleryGroup group) =>
        HtmlTable.CountRow(
            group.Name,
            [(Numbers.Show(Of(group).Count), 0), .. columns.Select(column => Place(Runs(group, column)))]
        );

    private static (string Words, int Strength) Place(List<GalleryRun> runs) =>
        (Words(runs), Steps.Count(step => runs.Count >= step));

    private static string Words(List<GalleryRun> runs) =>
        Count(runs) switch
        {
            (0, _) => Nothing,
            (var all, 0) => Numbers.Show(all),
            var (all, wrong) => $"✗ {Numbers.Show(wrong)} of {Numbers.Show(all)}",
        };

    private static (int All, int Wrong) Count(IEnumerable<GalleryRun> runs)
    {
        var all = runs.ToList();
        return (all.Count, all.Count(run => !run.IsAsExpected));
    }

    private List<GalleryCase> Of(GalleryGroup group) => [.. cases.Where(one => one.Group == group.Name)];

    private List<GalleryRun> Runs(GalleryGroup group, string column) =>
        [.. Of(group).SelectMany(one => one.Runs).Where(run => run.Column == column)];
}
