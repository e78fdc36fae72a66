using System.Globalization;
using ClientAuth.Visuals.Colors;

namespace ClientAuth.Visuals.Html;

/// <summary>
/// The looks, written inline because a notebook viewer may drop or share style sheets. Text keeps the colour of its
/// surroundings and grounds are half transparent, so that light and dark themes both read well. Left alignment is said
/// everywhere, and lines are shadows, because VS Code and JupyterLab set tables right-aligned and borderless.
/// </summary>
internal sealed class Style
{
    private const string Mono = "font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;font-size:12px";
    private const string CellBox =
        "padding:4px clamp(6px,1.6vw,16px) 4px clamp(4px,.8vw,8px);text-align:left;vertical-align:top";
    private const string Line = "box-shadow:inset 0 -1px rgba(127,127,127,.25)";

    private Style(string css) => Css = css;

    public string Css { get; }

    /// <summary>As wide as its place and never wider, even where a front end makes the place as wide as what lies in it.</summary>
    public static Style Root { get; } =
        new(
            "display:grid;grid-template-columns:minmax(0,1fr);max-width:1000px;margin:4px 0 12px;"
                + "font-size:13px;line-height:1.5;text-align:left"
        );

    /// <summary>Inside the root; scrolls where a table has more columns than there is room for.</summary>
    public static Style Content { get; } = new("min-width:0;overflow-x:auto");

    public static Style Title { get; } = new("font-size:14px;font-weight:600;margin:0 0 8px;overflow-wrap:break-word");

    public static Style Note { get; } = new("font-size:12px;margin:4px 0 0;opacity:.85");

    public static Style Table { get; } =
        new("border-collapse:collapse;table-layout:auto;width:auto;margin:0 0 12px;font-size:13px");

    public static Style WideTable { get; } =
        new("border-collapse:collapse;table-layout:auto;width:100%;margin:0 0 12px;font-size:13px");

    public static Style Caption { get; } =
        new("caption-side:top;text-align:left;color:inherit;font-size:13px;font-weight:600;padding:4px 8px 4px 0");

    /// <summary>A heading over something that is no table.</summary>
    public static Style Subtitle { get; } = new("font-size:13px;font-weight:600;margin:8px 0 4px");

    public static Style ColumnHead { get; } =
        new($"{CellBox};font-weight:600;white-space:normal;background:rgba(127,127,127,.16)");

    public static Style RowHead { get; } = new($"{CellBox};{Line};font-weight:400;white-space:nowrap");

    /// <summary>Of several words: in one line where the page is wide, in several on a phone.</summary>
    public static Style LongRowHead { get; } =
        new(
            $"{CellBox};{Line};font-weight:400;white-space:normal;overflow-wrap:break-word;min-width:clamp(5em,20vw,13em)"
        );

    /// <summary>Long values break anywhere, but never into a column of letters.</summary>
    public static Style Cell { get; } = CellWithRoomFor("6em", 15);

    /// <summary>Of a table with very many rows, each of which is short to write.</summary>
    public static Style DenseCell { get; } =
        new(
            "padding:2px 8px;text-align:left;vertical-align:top;font-weight:400;overflow-wrap:break-word;min-width:7em"
        );

    /// <summary>Bytes in such a table.</summary>
    public static Style DenseCode { get; } =
        new("font-family:monospace;padding:2px 8px;text-align:left;vertical-align:top");

    /// <summary>A number or a reference stays in one piece.</summary>
    public static Style OnePiece { get; } = new("white-space:nowrap");

    /// <summary>
    /// In the colour of the text, and underlined: a front end's own colour of links is too pale on the stripes of its tables.
    /// </summary>
    public static Style Link { get; } = new("color:inherit;text-decoration:underline");

    /// <summary>A link whose few words stay together.</summary>
    public static Style LinkInOnePiece { get; } = new($"{Link.Css};white-space:nowrap");

    public static Style FailedRow { get; } = new($"background:{Tint.Vermillion}");

    public static Style FailedRowHead { get; } =
        new($"{CellBox};font-weight:600;white-space:nowrap;box-shadow:inset 4px 0 {Palette.Failed}");

    public static Style LongFailedRowHead { get; } =
        new(
            $"{CellBox};font-weight:600;white-space:normal;overflow-wrap:break-word;min-width:clamp(5em,20vw,13em);"
                + $"box-shadow:inset 4px 0 {Palette.Failed}"
        );

    public static Style FailedCell { get; } =
        new($"{CellBox};font-weight:600;white-space:normal;overflow-wrap:anywhere");

    public static Style Good { get; } = Chip(Tint.Green);

    public static Style Bad { get; } = Chip(Tint.Vermillion);

    /// <summary>The same where little room is left, so that it may take two lines.</summary>
    public static Style BadInside { get; } = Chip(Tint.Vermillion, breaks: "");

    /// <summary>A line with a name that is longer than a phone is wide.</summary>
    public static Style LongNames { get; } = new("overflow-wrap:anywhere");

    /// <summary>A word that sorts, and praises or blames nothing.</summary>
    public static Style Sort { get; } = Chip(Tint.Blue);

    /// <summary>What lies in something that was opened.</summary>
    public static Style Nested { get; } =
        new("border-left:2px solid rgba(127,127,127,.35);margin:2px 0 8px 4px;padding:0 0 0 10px");

    /// <summary>A sentence in the last cell of a wide table: on a phone it would become a column of letters.</summary>
    public static Style Sentence { get; } = new("min-width:min(12em,38vw);overflow-wrap:break-word");

    public static Style Code { get; } =
        new($"{Mono};background:transparent;color:inherit;padding:0;white-space:pre-wrap");

    /// <summary>A name that is looked up elsewhere stays in one piece.</summary>
    public static Style Name { get; } =
        new($"{Mono};background:transparent;color:inherit;padding:0;white-space:nowrap");

    public static Style Wire { get; } =
        new(
            $"{Mono};line-height:1.5;background:rgba(127,127,127,.10);color:inherit;margin:0 0 12px;padding:8px 10px;"
                + "white-space:pre-wrap;overflow-wrap:anywhere;word-break:normal;border-radius:4px"
        );

    /// <summary>Children beside each other where there is room, and below each other where there is not.</summary>
    public static Style SideBySide { get; } = new("display:flex;flex-wrap:wrap;gap:0 16px");

    /// <summary>One of several in a cell.</summary>
    public static Style Part { get; } = new("flex:1 1 170px;min-width:0;overflow-wrap:anywhere");

    /// <summary>A word that says what stands beside or above it.</summary>
    public static Style Label { get; } = new("font-size:12px;font-weight:400;opacity:.85");

    /// <summary>One end of an exchange.</summary>
    public static Style Column { get; } = new("flex:1 1 280px;min-width:0;margin:0 0 8px");

    /// <summary>The path of a request can be one long word.</summary>
    public static Style RequestLine { get; } = new("overflow-wrap:anywhere");

    /// <summary>A label and what it says, in a line of their own.</summary>
    public static Style Fact { get; } = new($"margin:0;padding:3px 0;overflow-wrap:anywhere;{Line}");

    /// <summary>A refusal is seen by its edge before a word of it is read.</summary>
    public static Style Refusal { get; } = new($"border-left:4px solid {Palette.Failed};padding:2px 0 2px 12px");

    /// <summary>What the other value does not have, in the first of two.</summary>
    public static Style Removed { get; } = Mark(Tint.Green, "dotted");

    /// <summary>The same in the second.</summary>
    public static Style Added { get; } = Mark(Tint.Vermillion, "solid");

    public static Style JwtHeader { get; } = Segment(Tint.Blue);

    public static Style JwtClaims { get; } = Segment(Tint.Green);

    public static Style JwtSignature { get; } = Segment(Tint.Purple);

    public static Style Chart { get; } =
        new("display:block;width:100%;height:auto;color:inherit;background:transparent");

    /// <summary>A drawing that is there only where its surroundings are wide enough for it: else its width is nothing.</summary>
    public static Style WideDrawing { get; } = Drawing("clamp(0px,calc((100% - 559px) * 999),100%)", 760);

    /// <summary>The other form of it, for where they are not.</summary>
    public static Style NarrowDrawing { get; } = Drawing("clamp(0px,calc((560px - 100%) * 999),100%)", 420);

    public static Style Summary { get; } = new("cursor:pointer;overflow-wrap:anywhere;padding:2px 0");

    /// <summary>A cell whose longest word stays whole, but on a phone.</summary>
    /// <param name="characters">Of the longest word.</param>
    public static Style CellOfWords(int characters) =>
        CellWithRoomFor(string.Create(CultureInfo.InvariantCulture, $"{characters}ch"), 12);

    /// <summary>A number in a matrix: the more, the stronger the ground.</summary>
    /// <param name="strength">Index of one of <see cref="Tint.Counts"/>.</param>
    public static Style Count(int strength) =>
        new(
            $"padding:4px clamp(3px,1vw,10px);text-align:left;vertical-align:top;white-space:nowrap;{Line};"
                + $"background:{Tint.Counts[strength]}"
        );

    private static Style CellWithRoomFor(string width, int percent) =>
        new(
            $"{CellBox};{Line};white-space:normal;overflow-wrap:anywhere;word-break:normal;"
                + string.Create(CultureInfo.InvariantCulture, $"min-width:min({width},{percent}vw)")
        );

    private static Style Drawing(string width, int most) =>
        new(
            $"display:block;width:{width};max-width:{most}px;height:auto;color:inherit;background:transparent;overflow:hidden;"
                + "break-inside:avoid"
        );

    private static Style Chip(string ground, string breaks = "white-space:nowrap;") =>
        new($"background:{ground};padding:1px 8px;border-radius:9px;{breaks}font-weight:600");

    private static Style Mark(string ground, string line) =>
        new(
            $"background:{ground};color:inherit;padding:1px 2px;border-radius:2px;font-weight:600;text-decoration:underline {line};"
                + "text-underline-offset:3px"
        );

    private static Style Segment(string ground) =>
        new($"{Mono};color:inherit;background:{ground};padding:1px 0;overflow-wrap:anywhere");
}
