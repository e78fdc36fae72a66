namespace NotebookEngine.Sessions;

/// <summary>How a cell failed.</summary>
public enum FailureKind
{
    /// <summary>It never ran: the compiler, or the engine before it, refused its text.</summary>
    Compilation,

    /// <summary>It threw.</summary>
    Exception,

    /// <summary>It did not end within its time.</summary>
    Timeout,

    /// <summary>Somebody stopped it.</summary>
    Interrupted,

    /// <summary>It is tagged <c>raises-exception</c> and ended well.</summary>
    NoException,
}
