namespace NotebookEngine.Learners;

/// <summary>A progress file cannot be used; the message says which and why.</summary>
internal sealed class UnusableProgressException(string path, string reason, string remedy)
    : Exception($"{path} cannot be used: {reason}")
{
    /// <summary>Why, as a part of a sentence.</summary>
    internal string Reason => reason;

    /// <summary>What to do about it.</summary>
    internal string Remedy => remedy;
}
