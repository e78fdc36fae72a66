using ClientAuth.Protocol.Recording;
using ClientAuth.Visuals.Html;

namespace ClientAuth.Visuals.Sequences;

/// <summary>How wide a drawing is, where each participant stands in it, and where the text of a step may stand.</summary>
internal sealed class SequenceFrame
{
    /// <summary>Of text in the font of fixed pitch, in pixels; fonts differ, so a little room is left.</summary>
    public const double CellWidth = 7.4;

    // Of a name in its font, for each pixel of the font's size.
    private const double HeadCellWidth = 0.61;
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
        (Width, Left, IsNarrow, _leastText) = (width, left, left == 0, leastText);
        Heads = participants.ToDictionary(participant => participant, head);
        // The names have the same room between them; their lifelines are in their middle.
        var room = width - left - (2 * Edge) - participants.Sum(HeadWidth);
        var gap = participants.Count == 1 ? 0 : room / (participants.Count - 1);
        _lifelines = participants
            .Index()
            .ToDictionary(
                one => one.Item,
                one =>
                    left
                    + Edge
                    + participants.Take(one.Index).Sum(before => HeadWidth(before) + gap)
                    + (HeadWidth(one.Item) / 2)
            );
    }

    public double Width { get; }

    /// <summary>Where the drawing begins; left of it stand the times. Zero where they have no column.</summary>
    public double Left { get; }

    /// <summary>Whether the times have no column of their own.</summary>
    public bool IsNarrow { get; }

    /// <summary>The size of the font of the names, in pixels.</summary>
    public int HeadSize => IsNarrow ? 11 : 12;

    public required Style Style { get; init; }

    /// <summary>The lines of each participant's name, from left to right.</summary>
    public IReadOnlyDictionary<Participant, IReadOnlyList<string>> Heads { get; }

    public IEnumerable<double> Lifelines => _lifelines.Values;

    public static SequenceFrame Wide(IReadOnlyList<Participant> participants) =>
        new(participants, width: 760, left: 72, leastText: 330, p => [StepWords.NameOf(p)])
        {
            Style = Style.WideDrawing,
        };

    /// <summary>For a page as wide as a phone.</summary>
    public static SequenceFrame Narrow(IReadOnlyList<Participant> participants) =>
        new(participants, width: 340, left: 0, leastText: 332, p => StepWords.NameOf(p).Split(' '))
        {
            Style = Style.NarrowDrawing,
        };

    public double LifelineOf(Participant participant) => _lifelines[participant];

    public double HeadWidth(Participant participant) =>
        (Heads[participant].Max(line => line.Length) * HeadCellWidth * HeadSize) + (IsNarrow ? 8 : 16);

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
