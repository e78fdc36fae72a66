namespace NotebookEngine.StoredOutputs;

/// <summary>What a run does with the stored outputs of the notebooks.</summary>
internal enum StoredOutputsMode
{
    /// <summary>It ignores them.</summary>
    None,

    /// <summary>It fails where they are not those of a fresh run, or hold what they must not.</summary>
    Check,

    /// <summary>It stores its own where those in a file are not the same.</summary>
    Update,
}
