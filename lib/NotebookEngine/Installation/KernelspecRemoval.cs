namespace NotebookEngine.Installation;

/// <summary>What has become of the kernelspec in a place.</summary>
internal enum KernelspecRemoval
{
    NothingThere,
    Removed,

    /// <summary>Removed, and the one that it had replaced is there again.</summary>
    BroughtBackAnothers,

    /// <summary>It is no kernelspec of this engine.</summary>
    LeftAnothers,
}
