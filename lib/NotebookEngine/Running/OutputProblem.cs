using NotebookEngine.Notebooks;

namespace NotebookEngine.Running;

/// <summary>What is wrong with the outputs that a notebook's file holds, although its cells ran.</summary>
/// <param name="Kind">In which way it is wrong.</param>
/// <param name="Cell">The cell; null where it is the file as a whole.</param>
/// <param name="Told">For a person: which output, and what in it. May have several lines.</param>
public sealed record OutputProblem(OutputProblemKind Kind, NotebookCell? Cell, string Told);

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
