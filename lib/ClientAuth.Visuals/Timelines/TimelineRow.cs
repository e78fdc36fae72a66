namespace ClientAuth.Visuals.Timelines;

/// <summary>One row of a time line.</summary>
/// <param name="Name">What the row is about.</param>
/// <param name="Spans">Its stretches.</param>
/// <param name="Mark">Its moment, if any.</param>
/// <param name="Label">What stands behind its last stretch or its moment; empty for nothing.</param>
internal sealed record TimelineRow(string Name, IReadOnlyList<TimelineSpan> Spans, TimelineMark? Mark, string Label)
{
    /// <summary>Where the label stands.</summary>
    public double End => Mark?.At ?? Spans.Select(span => span.To).DefaultIfEmpty(0).Max();

    /// <summary>The label with the sign of the mark: a shape beside its colour.</summary>
    public string SignedLabel => Mark is null ? Label : $"{(Mark.IsGood ? "✓" : "✕")} {Label}";
}
