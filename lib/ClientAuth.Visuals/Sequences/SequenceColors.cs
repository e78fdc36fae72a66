namespace ClientAuth.Visuals.Sequences;

/// <summary>Colours of Okabe and Ito for lines, each at least 3:1 on white and on the dark grounds of notebooks; shapes say the same.</summary>
internal static class SequenceColors
{
    public const string Sent = "#0072b2";
    public const string Accepted = "#009e73";
    public const string Refused = "#d55e00";
    public const string Done = "#cc79a7";

    public static string Of(SequenceStep step) =>
        step switch
        {
            { IsRefused: true } => Refused,
            { Kind: StepKind.Response } => Accepted,
            { Kind: StepKind.Note, Exchange: null } => Done,
            { Kind: StepKind.Note } => Accepted,
            _ => Sent,
        };
}
