using ClientAuth.Protocol.Recording;
using ClientAuth.Visuals.Colors;
using ClientAuth.Visuals.Drawing;
using ClientAuth.Visuals.Html;
using ClientAuth.Visuals.Text;

namespace ClientAuth.Visuals.Sequences;

/// <summary>Draws a sequence: a lifeline for each participant, one row for each step, and below them when it all happened, to scale.</summary>
internal sealed class SequenceSvg
{
    private const double HeadTop = 4;
    private const double HeadLine = 16;

    private readonly IReadOnlyList<SequenceStep> _steps;
    private readonly SequenceFrame _frame;
    private readonly List<SequenceRow> _rows = [];

    public SequenceSvg(IReadOnlyList<SequenceStep> steps, SequenceFrame frame)
    {
        (_steps, _frame) = (steps, frame);
        var top = HeadBottom + 6;
        foreach (var step in steps)
        {
            _rows.Add(SequenceRow.Of(step, frame, top));
            top = _rows[^1].Bottom;
        }
    }

    /// <summary>Where everything stands, from top to bottom.</summary>
    public IReadOnlyList<SequenceRow> Rows => _rows;

    private double HeadBottom => HeadTop + (_frame.Heads.Values.Max(lines => lines.Count) * HeadLine) + 8;

    private double Bottom => _rows[^1].Bottom + 8;

    /// <summary>The drawing. A narrow one repeats a wide one, and is hidden from a screen reader.</summary>
    public HtmlElement Render(string title, string description)
    {
        var strip = new TimeStrip(_steps, _frame, Bottom + 4);
        var height = Bottom + strip.Height + 4;
        return Svg.Form(
            _frame.IsNarrow,
            _frame.Width,
            height,
            title,
            description,
            [
                .. _frame.Heads.SelectMany(head => Head(head.Key, head.Value)),
                .. _frame.Lifelines.SelectMany(Lifeline),
                .. _rows.SelectMany(Row),
                .. strip.Render(),
            ],
            _frame.Style
        );
    }

    private IEnumerable<HtmlNode> Head(Participant participant, IReadOnlyList<string> lines)
    {
        var (x, width) = (_frame.LifelineOf(participant), _frame.HeadWidth(participant));
        yield return Svg.Rectangle(x - (width / 2), HeadTop, width, HeadBottom - HeadTop, "none")
            .With("stroke", "currentColor")
            .With("stroke-opacity", 0.5)
            .With("rx", 4);
        foreach (var (index, line) in lines.Index())
        {
            yield return StepShapes.Name(x, HeadTop + 16 + (index * HeadLine), line, _frame.HeadSize);
        }
    }

    // Interrupted where a text reaches over it.
    private IEnumerable<HtmlNode> Lifeline(double x)
    {
        var from = HeadBottom;
        foreach (var row in _rows.Where(row => row.Covers(x, _frame)))
        {
            yield return Svg.Line(x, from, x, row.TextTop, 0.45);
            from = row.TextBottom + 3;
        }

        yield return Svg.Line(x, from, x, Bottom, 0.45);
    }

    private IEnumerable<HtmlNode> Row(SequenceRow row) => [.. Text(row), .. Shape(row), .. Time(row)];

    private static IEnumerable<HtmlNode> Text(SequenceRow row)
    {
        var step = row.Step;
        if (step.Number > 0)
        {
            foreach (var node in StepShapes.Number(row.Left + 10, row.TextTop + 8, step.Number))
            {
                yield return node;
            }
        }

        if (step.Kind == StepKind.Response || step.IsRefused)
        {
            yield return StepShapes.Ground(
                row.TextLeft - 3,
                row.TextTop,
                (row.Headline.Max(Wrapping.CellsOf) * SequenceFrame.CellWidth) + 6,
                row.Headline.Count * SequenceRow.LineHeight,
                step.IsRefused ? Tint.Vermillion : Tint.Green
            );
        }

        foreach (var (index, line) in row.Headline.Concat(row.Detail).Index())
        {
            var y = row.TextTop + 12 + (index * SequenceRow.LineHeight);
            yield return StepShapes.Label(row.TextLeft, y, line, "start", index < row.Headline.Count);
        }
    }

    private IEnumerable<HtmlNode> Shape(SequenceRow row)
    {
        var (from, to) = (_frame.LifelineOf(row.Step.From), _frame.LifelineOf(row.Step.To));
        return row.Step.Kind switch
        {
            StepKind.Note => [StepShapes.Activity(from, row.TextTop, row.TextBottom, row.Step)],
            StepKind.Handshake => StepShapes.Band(from, to, row.ArrowAt),
            _ => StepShapes.Arrow(from, to, row.ArrowAt, row.Step),
        };
    }

    private IEnumerable<HtmlNode> Time(SequenceRow row) =>
        row.Step.At is not { } at ? []
        : !_frame.IsNarrow ? [StepShapes.Small(_frame.Left - 8, row.TextTop + 12, Elapsed.Show(at), "end")]
        : row.Step.Kind == StepKind.Note ? []
        : [StepShapes.Small(_frame.Width - 4, row.TextTop + 12, Elapsed.Show(at), "end")];
}
