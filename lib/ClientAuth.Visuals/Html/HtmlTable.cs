namespace ClientAuth.Visuals.Html;

/// <summary>Tables that read well unstyled too: a caption, and headings with their scope.</summary>
internal static class HtmlTable
{
    // In a line of its own it would leave the values beside it no room on a phone.
    private const int LongestInOnePiece = 14;

    /// <summary>The first cell of each row names the row.</summary>
    public static HtmlElement Render(
        string caption,
        IReadOnlyList<string> columns,
        IEnumerable<IReadOnlyList<HtmlNode>> rows
    ) => Render(caption, columns, rows.Select(row => Row(row)));

    public static HtmlElement Render(string caption, IReadOnlyList<string> columns, IEnumerable<HtmlElement> rows) =>
        Render(caption, columns, rows, Style.Table);

    /// <summary>As wide as the page, for what stands side by side in a cell.</summary>
    public static HtmlElement RenderWide(
        string caption,
        IReadOnlyList<string> columns,
        IEnumerable<HtmlElement> rows
    ) => Render(caption, columns, rows, Style.WideTable);

    private static HtmlElement Render(
        string caption,
        IReadOnlyList<string> columns,
        IEnumerable<HtmlElement> rows,
        Style style
    ) =>
        new HtmlElement(
            "table",
            Caption(caption),
            new HtmlElement("thead", new HtmlElement("tr", columns.Select(ColumnHead))),
            new HtmlElement("tbody", rows)
        ).Styled(style);

    /// <summary>Below a title that says what it is; the label says it to a screen reader.</summary>
    public static HtmlElement RenderWithoutCaption(
        string label,
        IReadOnlyList<string> columns,
        IEnumerable<HtmlElement> rows
    ) =>
        new HtmlElement(
            "table",
            new HtmlElement("thead", new HtmlElement("tr", columns.Select(ColumnHead))),
            new HtmlElement("tbody", rows)
        )
            .With("aria-label", label)
            .Styled(Style.Table);

    /// <summary>Names and values.</summary>
    public static HtmlElement Facts(string caption, IEnumerable<(string Name, HtmlNode Value)> facts) =>
        new HtmlElement(
            "table",
            Caption(caption),
            new HtmlElement("tbody", facts.Select(fact => Row([fact.Name, fact.Value])))
        ).Styled(Style.Table);

    /// <summary>Names and values below a title that says what they are; the label says it to a screen reader.</summary>
    public static HtmlElement FactsWithoutCaption(string label, IEnumerable<(string Name, HtmlNode Value)> facts) =>
        new HtmlElement("table", new HtmlElement("tbody", facts.Select(fact => Row([fact.Name, fact.Value]))))
            .With("aria-label", label)
            .Styled(Style.Table);

    public static HtmlElement Row(IReadOnlyList<HtmlNode> cells) =>
        new("tr", cells.Select((cell, index) => index == 0 ? RowHead(cell, RowHeadStyle(cell)) : Cell(cell)));

    /// <summary>A row of a table with very many; the last cell is code.</summary>
    public static HtmlElement DenseRow(HtmlNode name, HtmlNode value, string code) =>
        new("tr", RowHead(name, Style.DenseCell), Cell(value, Style.DenseCell), Cell(code, Style.DenseCode));

    /// <summary>A row of numbers, each on a ground of its strength.</summary>
    public static HtmlElement CountRow(string name, IEnumerable<(string Words, int Strength)> counts) =>
        new(
            "tr",
            counts.Select(count => Cell(count.Words, Style.Count(count.Strength))).Prepend(RowHead(name, Style.RowHead))
        );

    /// <summary>One cell as wide as the table.</summary>
    public static HtmlElement WholeRow(HtmlNode content, int columns) =>
        new("tr", new HtmlElement("td", content).With("colspan", columns).Styled(Style.Cell));

    /// <summary>A row that stands out, by its words and weight as well as by its ground.</summary>
    public static HtmlElement FailedRow(IReadOnlyList<HtmlNode> cells) =>
        new HtmlElement(
            "tr",
            cells.Select((cell, i) => i == 0 ? RowHead(cell, FailedRowHeadStyle(cell)) : Cell(cell, Style.FailedCell))
        ).Styled(Style.FailedRow);

    public static HtmlElement Code(string text) => new HtmlElement("code", text).Styled(Style.Code);

    public static HtmlElement Name(string text) => new HtmlElement("code", text).Styled(Style.Name);

    private static HtmlElement Caption(string text) => new HtmlElement("caption", text).Styled(Style.Caption);

    private static HtmlElement ColumnHead(string text) =>
        new HtmlElement("th", text).With("scope", "col").Styled(Style.ColumnHead);

    private static Style RowHeadStyle(HtmlNode content) =>
        content is HtmlText { Length: > LongestInOnePiece } ? Style.LongRowHead : Style.RowHead;

    private static Style FailedRowHeadStyle(HtmlNode content) =>
        content is HtmlText { Length: > LongestInOnePiece } ? Style.LongFailedRowHead : Style.FailedRowHead;

    private static HtmlElement RowHead(HtmlNode content, Style style) =>
        new HtmlElement("th", content).With("scope", "row").Styled(style);

    private static HtmlElement Cell(HtmlNode content) =>
        content is HtmlText { Line: { } line }
        && BreakableText.LongestWord(line) is > 0 and <= LongestInOnePiece and var longest
            ? Cell(new BreakableText(line), Style.CellOfWords(longest))
            : Cell(content, Style.Cell);

    private static HtmlElement Cell(HtmlNode content, Style style) => new HtmlElement("td", content).Styled(style);
}
