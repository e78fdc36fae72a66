namespace NotebookEngine.Language;

/// <summary>Whether a console should run what has been typed.</summary>
/// <param name="Status">Complete, to be continued, or wrong.</param>
/// <param name="Indent">Spaces that the next line starts with; empty unless there is to be one.</param>
internal sealed record Completeness(CompletenessStatus Status, string Indent);

/// <summary>What a console does after Enter.</summary>
internal enum CompletenessStatus
{
    /// <summary>It runs the text.</summary>
    Complete,

    /// <summary>It asks for another line.</summary>
    Incomplete,

    /// <summary>It runs the text to show what is wrong: no further line would mend it.</summary>
    Invalid,
}
