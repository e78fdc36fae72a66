using ClientAuth.Visuals.Html;
using ClientAuth.Visuals.Text;

namespace ClientAuth.Visuals.Gallery;

/// <summary>A group of failures, to be opened: its checks, and in each its cases, a line for each.</summary>
internal static class GroupDrill
{
    private const string NoCheck = "no check fails";

    public static HtmlElement Open(GalleryGroup group, IReadOnlyList<GalleryCase> cases) =>
        Foldable.Of(
            [new HtmlElement("strong", group.Name), $" {group.Asks} {Counted(cases)}"],
            ByCheck(cases).Select(check => Open(check.Key, [.. check]))
        );

    /// <summary>How many cases end at which check.</summary>
    public static string Counts(IReadOnlyList<GalleryCase> cases) =>
        string.Join(", ", ByCheck(cases).Select(check => $"{check.Key} {Numbers.Show(check.Count())}"));

    private static HtmlElement Open(string check, IReadOnlyList<GalleryCase> cases) =>
        Foldable.Of(
            [
                check == NoCheck ? check : new HtmlElement("code", new BreakableText(check)).Styled(Style.Code),
                $" {Counted(cases)}",
            ],
            [new HtmlElement("div", cases.Select(Line)).Styled(Style.LongNames)]
        );

    // Very many, so that each is short to write.
    private static HtmlElement Line(GalleryCase one) =>
        new(
            "div",
            $"{(one.IsAccepted ? '✓' : '✗')} ",
            PageLink.ToCase(one.Id, one.Id),
            $" {one.Title} → {one.Response} ({Senders(one)}){(one.IsAsExpected ? "" : ", not as it must be")}"
        );

    private static string Senders(GalleryCase one) => string.Join(", ", one.Runs.Select(run => run.Column).Distinct());

    private static string Counted(IReadOnlyList<GalleryCase> cases) =>
        cases.Count == 1 ? "1 case" : $"{Numbers.Show(cases.Count)} cases";

    private static IEnumerable<IGrouping<string, GalleryCase>> ByCheck(IEnumerable<GalleryCase> cases) =>
        cases.GroupBy(one => one.Check ?? NoCheck).OrderByDescending(check => check.Count());
}
