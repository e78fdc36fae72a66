using ClientAuth.Visuals.Charts;
using ClientAuth.Visuals.Html;
using ClientAuth.Visuals.Sequences;
using ClientAuth.Visuals.Text;

namespace ClientAuth.Visuals.Lanes;

/// <summary>
/// Draws what charts of rows along an axis of numbers share: heading, legend, the names of the rows, the axis and the notes below it.
/// What stands in a row is the chart's own.
/// </summary>
internal abstract class LaneSvg
{
    private const double LineHeight = 17;

    // Capitals are wider than other letters.
    private const double RoomBesideNames = 24;
    private const double CharacterWidth = 6.7;
    private const double HeadingCharacterWidth = 8.3;

    private readonly Figure _figure;
    private readonly IReadOnlyList<string> _rows;
    private readonly IReadOnlyList<string> _heading;
    private readonly IReadOnlyList<string> _notes;
    private readonly LaneLegend _legend;

    /// <param name="figure">Its titles.</param>
    /// <param name="frame">How wide it is.</param>
    /// <param name="rows">The names of the rows.</param>
    /// <param name="axis">Along which the rows lie.</param>
    /// <param name="legend">What the marks mean.</param>
    /// <param name="notes">Sentences below the axis.</param>
    /// <param name="roomAtEnd">Kept free behind the axis, in pixels.</param>
    protected LaneSvg(
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
        _legend = new LaneLegend(legend, frame.Width);
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

    /// <summary>Of the marks in a row, without its name.</summary>
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
                .. _heading.Select((line, i) => Svg.Heading(0, 16 + (i * LineHeight), line)),
                .. _legend.Render(12 + (_heading.Count * LineHeight)),
                .. Frame.NamesAbove
                    ? Array.Empty<HtmlNode>()
                    : [Svg.Text(Left - 8, Top - 5, _figure.YTitle, "end").With("font-style", "italic")],
                .. Axis.Ticks.SelectMany(Tick),
                .. Behind(),
                .. _rows.SelectMany((name, row) => Named(name, TopOf(row)).Concat(Row(row, TopOf(row) + NameHeight))),
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

    /// <summary>Where a value of the axis is.</summary>
    protected double X(double value) => Left + (Axis.Share(value) * (Right - Left));

    private double TopOf(int row) => Top + (RowHeight * row) + 4;

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

    private IReadOnlyList<string> Wrapped(string text, double characterWidth) =>
        Wrapping.Lines(VisibleText.Line(text), (int)(Frame.Width / characterWidth));
}
