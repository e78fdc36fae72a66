using ClientAuth.Protocol.Recording;
using ClientAuth.Visuals.Html;

namespace ClientAuth.Visuals.Sequences;

/// <summary>How wide a drawing is, where each participant stands in it, and where the text of a step may stand.</summary>
internal sealed class SequenceFrame
{
    /// <summary>Of text in the font of fixed pitch, in pixels; fonts differ, so a little room is left.</summary>
    public const double CellWidth = 7.4;

    private const double HeadCellWidth = 7.3;
    private const double Edge = 4;
    private const double FromLifeline = 12;

    private readonly Dictionary<Participant, double> _lifelines;
    private readonly double _leastText;

    private SequenceFrame(
        IReadOnlyList<Participant> participants,
        double width,
        double left,
        double leastText,
        Func<Participant, IReadOnlyList<string>> head
    )
    {
        (Width, Left, _leastText) = (width, left, leastText);
        Heads = participants.ToDictionary(participant => participant, head);
        var first = left + Edge + (HeadWidth(participants[0]) / 2);
        var last = width - Edge - (HeadWidth(participants[^1]) / 2);
        var step = participants.Count == 1 ? 0 : (last - first) / (participants.Count - 1);
        _lifelines = participants.Index().ToDictionary(one => one.Item, one => first + (step * one.Index));
    }

    public double Width { get; }

    /// <summary>Where the drawing begins; left of it stand the times. Zero where they have no column.</summary>
    public double Left { get; }

    public required bool IsNarrow { get; init; }

    public required Style Style { get; init; }

    /// <summary>The lines of each participant's name, from left to right.</summary>
    public IReadOnlyDictionary<Participant, IReadOnlyList<string>> Heads { get; }

    public IEnumerable<double> Lifelines => _lifelines.Values;

    public static SequenceFrame Wide(IReadOnlyList<Participant> participants) =>
        new(participants, width: 760, left: 72, leastText: 330, p => [StepWords.NameOf(p)])
        {
            IsNarrow = false,
            Style = Style.WideDrawing,
        };

    /// <summary>For a page as wide as a phone.</summary>
    public static SequenceFrame Narrow(IReadOnlyList<Participant> participants) =>
        new(participants, width: 340, left: 0, leastText: 332, p => StepWords.NameOf(p).Split(' '))
        {
            IsNarrow = true,
            Style = Style.NarrowDrawing,
        };

    public double LifelineOf(Participant participant) => _lifelines[participant];

    public double HeadWidth(Participant participant) =>
        (Heads[participant].Max(line => line.Length) * HeadCellWidth) + (IsNarrow ? 4 : 16);

    /// <summary>Left and right end of the text of a step. It may reach over other lifelines, which are interrupted there.</summary>
    public (double Left, double Right) TextOf(SequenceStep step)
    {
        var (one, other) = (LifelineOf(step.From), LifelineOf(step.To));
        if (step.Kind == StepKind.Note)
        {
            // As far as the next lifeline, and further where that is near.
            var next = NextTo(one, IsLeftOf(step));
            return IsLeftOf(step)
                ? (Math.Max(Left + Edge, Math.Min(next, one - _leastText) + FromLifeline), one - FromLifeline)
                : (one + FromLifeline, Math.Min(Width - Edge, Math.Max(next, one + _leastText) - FromLifeline));
        }

        if (IsNarrow)
        {
            return (Edge, Width - Edge);
        }

        var left = Math.Min(one, other) + FromLifeline;
        var right = Math.Max(Math.Max(one, other) - FromLifeline, Math.Min(left + _leastText, Width - Edge));
        return (Math.Max(Left + Edge, Math.Min(left, right - _leastText)), right);
    }

    /// <summary>Whether a note stands left of its lifeline, because there is more room.</summary>
    public bool IsLeftOf(SequenceStep note) => LifelineOf(note.From) > Left + ((Width - Left) / 2) + 1;

    private double NextTo(double lifeline, bool left) =>
        left
            ? Lifelines.Where(x => x < lifeline).DefaultIfEmpty(Left).Max()
            : Lifelines.Where(x => x > lifeline).DefaultIfEmpty(Width).Min();
}
