using ClientAuth.Visuals.Drawing;
using ClientAuth.Visuals.Html;
using ClientAuth.Visuals.Text;

namespace ClientAuth.Visuals.Sequences;

/// <summary>When it all happened, to scale, which the rows above are not: handshakes, exchanges and what was done beside them.</summary>
internal sealed class TimeStrip
{
    private const double BarHeight = 14;
    private const double BarTop = 20;

    private const string InWords =
        "To scale, in ms. Pink: one party at work. Blue: handshake. Green or orange: from request to answer, by number";

    private readonly SequenceFrame _frame;
    private readonly double _top;
    private readonly IReadOnlyList<Stretch> _stretches;
    private readonly double _last;

    public TimeStrip(IReadOnlyList<SequenceStep> steps, SequenceFrame frame, double top)
    {
        (_frame, _top) = (frame, top);
        _stretches = [.. steps.Where(step => step.At is not null).SelectMany(step => Of(step, steps))];
        _last = _stretches.Select(stretch => stretch.To).DefaultIfEmpty(0).Max();
    }

    /// <summary>Zero where no times were measured.</summary>
    public double Height => _last > 0 ? BarTop + BarHeight + 24 : 0;

    private double Left => _frame.Left + 8;

    private double Scale => (_frame.Width - Left - 30) / _last;

    public IEnumerable<HtmlNode> Render() => _last > 0 ? Drawn() : [];

    private IEnumerable<HtmlNode> Drawn()
    {
        var (bar, bottom) = (_top + BarTop, _top + BarTop + BarHeight);
        yield return StepShapes.Small(Left, _top + 12, _frame.IsNarrow ? "To scale, in ms" : InWords, "start");
        foreach (var tick in AxisTicks.For(_last))
        {
            yield return Svg.Line(X(tick), bottom, X(tick), bottom + 4, 0.6);
            yield return StepShapes.Small(X(tick), bottom + 16, Numbers.Show(tick), "middle");
        }

        foreach (var stretch in _stretches)
        {
            var width = Math.Max(1.5, (stretch.To - stretch.From) * Scale);
            yield return Svg.Rectangle(X(stretch.From), bar, width, BarHeight, stretch.Color)
                .With("fill-opacity", 0.35);
            yield return Svg.Rectangle(X(stretch.From), bar, width, BarHeight, "none").With("stroke", stretch.Color);
            if (stretch.Label.Length * 7 + 4 < width)
            {
                yield return StepShapes.Small(X(stretch.From) + (width / 2), bar + 11, stretch.Label, "middle");
            }
        }
    }

    private double X(double milliseconds) => Left + (milliseconds * Scale);

    private static IEnumerable<Stretch> Of(SequenceStep step, IReadOnlyList<SequenceStep> steps)
    {
        var at = step.At!.Value.TotalMilliseconds;
        if (step.Duration is { } duration && (step.Kind == StepKind.Handshake || step.Exchange is null))
        {
            yield return new Stretch(at, at + duration.TotalMilliseconds, Label(step), SequenceColors.Of(step));
        }

        if (step.Kind == StepKind.Request)
        {
            var response = steps.First(one => one.Kind == StepKind.Response && one.Exchange == step.Exchange);
            yield return new Stretch(
                at,
                response.At!.Value.TotalMilliseconds,
                $"{Numbers.Show(step.Number)}–{Numbers.Show(response.Number)}{(response.IsRefused ? " ✗" : "")}",
                SequenceColors.Of(response)
            );
        }
    }

    private static string Label(SequenceStep step) => step.Number > 0 ? Numbers.Show(step.Number) : "";

    private sealed record Stretch(double From, double To, string Label, string Color);
}
