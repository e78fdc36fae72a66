using ClientAuth.Visuals.Text;

namespace ClientAuth.Visuals.Sequences;

/// <summary>A sequence without a drawing: a numbered line for each message, a line without number for what one did alone.</summary>
internal static class SequenceText
{
    private const string Gap = "  ";

    public static string Render(IReadOnlyList<SequenceStep> steps)
    {
        var width = Numbers.Show(steps.Max(step => step.Number)).Length;
        return string.Join('\n', steps.Select(step => Line(step, width)));
    }

    private static string Line(SequenceStep step, int width)
    {
        string?[] cells =
        [
            (step.Number > 0 ? Numbers.Show(step.Number) : "").PadLeft(width),
            Who(step),
            $"{step.Headline}{StepWords.Took(step)}",
            step.Parts.Count > 0 ? string.Join(", ", step.Parts) : null,
            step.At is { } at ? Elapsed.Show(at) : null,
        ];
        return string.Join(Gap, cells.Where(cell => cell is not null));
    }

    private static string Who(SequenceStep step) =>
        step.Kind switch
        {
            StepKind.Note => StepWords.NameOf(step.From),
            StepKind.Handshake => $"{StepWords.NameOf(step.From)} <-> {StepWords.NameOf(step.To)}",
            _ => $"{StepWords.NameOf(step.From)} -> {StepWords.NameOf(step.To)}",
        };
}
