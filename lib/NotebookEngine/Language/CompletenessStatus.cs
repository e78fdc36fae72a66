namespace NotebookEngine.Language;

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
