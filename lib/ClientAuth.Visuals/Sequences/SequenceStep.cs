using ClientAuth.Protocol.Recording;

namespace ClientAuth.Visuals.Sequences;

/// <summary>One step of a sequence. Its texts are visible text without a credential.</summary>
/// <param name="Kind">How it is drawn.</param>
/// <param name="From">Who sends, or who did it.</param>
/// <param name="To">Who receives; the same for a note.</param>
/// <param name="Headline">What it is, in a few words.</param>
/// <param name="Parts">What it carries, one part each.</param>
internal sealed record SequenceStep(
    StepKind Kind,
    Participant From,
    Participant To,
    string Headline,
    IReadOnlyList<string> Parts
)
{
    /// <summary>Counts what crosses the wire, from 1; 0 for a note.</summary>
    public int Number { get; init; }

    /// <summary>When it happened, after the first step; null where that was not measured.</summary>
    public TimeSpan? At { get; init; }

    /// <summary>How long it took, where it takes time and that was measured.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>Whether it refuses something, or says why.</summary>
    public bool IsRefused { get; init; }

    /// <summary>What it belongs to; null for what was done without any.</summary>
    public RecordedExchange? Exchange { get; init; }
}
