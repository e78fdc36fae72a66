using ClientAuth.Visuals.Html;
using ClientAuth.Visuals.Text;

namespace ClientAuth.Visuals.Drawing;

/// <summary>
/// Draws what charts of rows along an axis of numbers share: heading, legend, the names of the rows, the axis and the notes below it.
/// What stands in a row is the chart's own.
/// </summary>
internal abstract class RowFigureSvg
{
    private const double LineHeight = 17;

    // Capitals are wider than other letters.
    private const double RoomBesideNames = 24;
    private const double CharacterWidth = 6.7;
    private const double HeadingCharacterWidth = 8.3;

    private readonly Figure _figure;
    private readonly string _id;
    private readonly IReadOnlyList<string> _rows;
    private readonly IReadOnlyList<string> _heading;
    private readonly IReadOnlyList<string> _notes;
    private readonly Legend _legend;

    /// <param name="figure">Its titles.</param>
    /// <param name="frame">How wide it is.</param>
    /// <param name="rows">The names of the rows.</param>
    /// <param name="axis">Along which the rows lie.</param>
    /// <param name="legend">What the marks mean.</param>
    /// <param name="notes">Sentences below the axis.</param>
    /// <param name="roomAtEnd">Kept free behind the axis, in pixels.</param>
    protected RowFigureSvg(
        Figure figure,
        ChartFrame frame,
        IReadOnlyList<string> rows,
        ValueAxis axis,
        IReadOnlyList<LegendEntry> legend,
        IReadOnlyList<string> notes,
        double roomAtEnd
    )
    {
        (_figure, Frame, _rows, Axis) = (figure, frame, rows, axis);
        _id = IdOf(figure, frame);
        _legend = new Legend(legend, frame.Width);
        _heading = Wrapped(figure.Title, HeadingCharacterWidth);
        _notes = [.. notes.SelectMany(note => Wrapped(note, CharacterWidth))];
        Left = frame.NamesAbove ? 8 : rows.Append(figure.YTitle).Select(Svg.WidthOf).Max() + RoomBesideNames;
        Right = frame.Width - roomAtEnd;
    }

    protected ChartFrame Frame { get; }

    protected ValueAxis Axis { get; }

    /// <summary>Where the axis begins and ends, in pixels.</summary>
    protected double Left { get; }

    protected double Right { get; }

    /// <summary>Where the first row begins.</summary>
    protected double Top =>
        14 + (_heading.Count * LineHeight) + _legend.Height + RoomAbove + (Frame.NamesAbove ? 0 : 14);

    protected double Bottom => Top + (RowHeight * _rows.Count);

    /// <summary>Between the legend and the first row.</summary>
    protected virtual double RoomAbove => 0;

    /// <summary>The height of the marks in a row, without its name.</summary>
    protected abstract double MarksHeight { get; }

    private double NameHeight => Frame.NamesAbove ? LineHeight : 0;

    private double RowHeight => NameHeight + MarksHeight + 8;

    public HtmlElement Render(string description)
    {
        var height = Bottom + 46 + (_notes.Count * LineHeight);
        return Svg.Form(
            Frame.NamesAbove,
            Frame.Width,
            height,
            _figure.Title,
            description,
            [
                .. Hatches(),
                .. _heading.Select((line, i) => Svg.Heading(0, 16 + (i * LineHeight), line)),
                .. _legend.Render(12 + (_heading.Count * LineHeight)),
                .. Frame.NamesAbove
                    ? Array.Empty<HtmlNode>()
                    : [Svg.Text(Left - 8, Top - 5, _figure.YTitle, "end").With("font-style", "italic")],
                .. Axis.Ticks.SelectMany(Tick),
                .. Behind(),
                .. _rows.SelectMany((name, row) => Named(name, TopOf(row)).Concat(Row(row, TopOfMarks(row)))),
                .. Across(),
                Svg.Text(Left, Bottom + 36, _figure.XTitle).With("font-style", "italic"),
                .. _notes.Select((line, i) => Svg.Sentence(0, Bottom + 56 + (i * LineHeight), line)),
            ],
            Frame.Style
        );
    }

    /// <summary>The marks of a row, from their top on.</summary>
    protected abstract IEnumerable<HtmlNode> Row(int row, double top);

    /// <summary>What is drawn across all rows, behind their marks.</summary>
    protected virtual IEnumerable<HtmlNode> Behind() => [];

    /// <summary>What is drawn across all rows, over their marks.</summary>
    protected virtual IEnumerable<HtmlNode> Across() => [];

    /// <summary>The looks whose hatches the drawing refers to.</summary>
    protected virtual IEnumerable<SeriesLook> Hatched => [];

    /// <summary>The hatch of a series.</summary>
    protected string Pattern(int series) => PatternOf(_id, series);

    /// <summary>A legend of series that are told apart by fill and hatch.</summary>
    protected static IReadOnlyList<LegendEntry> LegendOf(
        Figure figure,
        ChartFrame frame,
        IEnumerable<(string Name, SeriesLook Look)> series
    )
    {
        var id = IdOf(figure, frame);
        return [.. series.Select((one, index) => SeriesSwatch.Entry(one.Name, one.Look, PatternOf(id, index)))];
    }

    /// <summary>Where the marks of a row begin, below its name if that stands above them.</summary>
    protected double TopOfMarks(int row) => TopOf(row) + NameHeight;

    /// <summary>Where a value of the axis is.</summary>
    protected double X(double value) => Left + (Axis.Share(value) * (Right - Left));

    private double TopOf(int row) => Top + (RowHeight * row) + 4;

    private IEnumerable<HtmlNode> Hatches() =>
        Hatched
            .Select((look, series) => HatchPattern.Define(Pattern(series), look.Hatch))
            .OfType<HtmlElement>()
            .ToList()
            is { Count: > 0 } patterns
            ? [new HtmlElement("defs", patterns)]
            : [];

    private IEnumerable<HtmlNode> Named(string name, double top) =>
        Frame.NamesAbove
            ? [Svg.Line(0, top - 3, Frame.Width, top - 3, 0.15), Svg.Text(0, top + 12, name)]
            :
            [
                Svg.Line(Left, top - 4, Frame.Width, top - 4, 0.15),
                Svg.Text(Left - 8, top + (MarksHeight / 2) + 4, name, "end"),
            ];

    private IEnumerable<HtmlNode> Tick(double tick) =>
        [
            Svg.Line(X(tick), Top, X(tick), Bottom, tick == 0 ? 0.6 : 0.2),
            Svg.Text(X(tick), Bottom + 18, Numbers.Significant(tick), "middle"),
        ];

    // Both forms stand on one page.
    private static string IdOf(Figure figure, ChartFrame frame) => Svg.Id(figure) + (frame.NamesAbove ? "-narrow" : "");

    private static string PatternOf(string id, int series) => $"{id}-{Numbers.Show(series)}";

    private IReadOnlyList<string> Wrapped(string text, double characterWidth) =>
        Wrapping.Lines(VisibleText.Line(text), (int)(Frame.Width / characterWidth));
}
