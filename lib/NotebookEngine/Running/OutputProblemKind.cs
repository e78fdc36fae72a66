namespace NotebookEngine.Running;

/// <summary>Why outputs are not fit to be stored.</summary>
public enum OutputProblemKind
{
    /// <summary>They are not those of a fresh run.</summary>
    Stale,

    /// <summary>They are not, and the cells are not those of the last commit either.</summary>
    Edited,

    /// <summary>They hold what no one else may read: a secret, a private key, a path of this machine.</summary>
    Exposed,
}
