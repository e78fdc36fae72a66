using ClientAuth.Visuals.Colors;

namespace ClientAuth.Visuals.Sequences;

/// <summary>The colour of a step's line, at least 3:1 on white and on the dark grounds of notebooks; shapes say the same.</summary>
internal static class SequenceColors
{
    public static string Of(SequenceStep step) =>
        step switch
        {
            { IsRefused: true } => Palette.Failed,
            { Kind: StepKind.Response } => Palette.Passed,
            { Kind: StepKind.Note, Exchange: null } => Palette.ReddishPurple,
            { Kind: StepKind.Note } => Palette.Passed,
            _ => Palette.Sent,
        };
}
