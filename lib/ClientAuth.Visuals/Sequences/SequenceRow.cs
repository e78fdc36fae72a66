using System.Text.RegularExpressions;
using ClientAuth.Visuals.Text;

namespace ClientAuth.Visuals.Sequences;

/// <summary>A step in its place: the lines of its text, and below them what it draws.</summary>
/// <param name="Step">What is drawn.</param>
/// <param name="Headline">Its first lines, which stand out.</param>
/// <param name="Detail">The lines after them.</param>
/// <param name="Top">Where the row begins, in pixels.</param>
/// <param name="TextLeft">Where the lines begin.</param>
/// <param name="TextRight">Where the longest of them ends at the latest.</param>
internal sealed partial record SequenceRow(
    SequenceStep Step,
    IReadOnlyList<string> Headline,
    IReadOnlyList<string> Detail,
    double Top,
    double TextLeft,
    double TextRight
)
{
    public const double LineHeight = 16;

    /// <summary>In front of the text of a message, for its number.</summary>
    public const double NumberWidth = 24;

    private const double Gap = 6;
    private const double RoomForTime = 66;

    /// <summary>Where the number begins, or the text where there is none.</summary>
    public double Left => Step.Kind == StepKind.Note ? TextLeft : TextLeft - NumberWidth;

    public double TextTop => Top + Gap;

    public double TextBottom => TextTop + ((Headline.Count + Detail.Count) * LineHeight);

    /// <summary>Where the arrow is.</summary>
    public double ArrowAt => TextBottom + 11;

    public double Bottom =>
        Step.Kind switch
        {
            StepKind.Note => TextBottom + Gap,
            StepKind.Handshake => TextBottom + 24,
            _ => TextBottom + 20,
        };

    /// <summary>Lays a step out below what is there already.</summary>
    public static SequenceRow Of(SequenceStep step, SequenceFrame frame, double top)
    {
        var isNote = step.Kind == StepKind.Note;
        var (left, right) = frame.TextOf(step);
        var textLeft = isNote ? left : left + NumberWidth;
        var room = right - textLeft - (frame.IsNarrow && !isNote ? RoomForTime : 0);
        var cells = Math.Max(8, (int)(room / SequenceFrame.CellWidth));
        var headline = Wrapping.Lines(Headed(step), cells);
        var detail = Wrapping.Lines([.. step.Parts.Select(InOnePiece)], cells);
        var width = headline.Concat(detail).Max(Wrapping.CellsOf) * SequenceFrame.CellWidth;
        return isNote && frame.IsLeftOf(step)
            ? new SequenceRow(step, headline, detail, top, right - width, right)
            : new SequenceRow(step, headline, detail, top, textLeft, textLeft + width);
    }

    /// <summary>Whether the text, or the time beside it, stands where a lifeline would go through it.</summary>
    public bool Covers(double x, SequenceFrame frame) =>
        (Left - 3 < x && x < TextRight + 3)
        || (frame.IsNarrow && Step is { Kind: not StepKind.Note, At: not null } && x > frame.Width - RoomForTime);

    private static string Headed(SequenceStep step) =>
        StepWords.Took(step) is { } took ? $"{step.Headline}{InOnePiece(took)}" : step.Headline;

    // A figure and its unit stay on one line.
    private static string InOnePiece(string text) => Figure().Replace(text, "$1\u00A0$2");

    [GeneratedRegex(@"(\d) (ms|bytes|byte|characters)\b")]
    private static partial Regex Figure();
}
