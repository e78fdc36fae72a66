namespace NotebookEngine.Sessions;

/// <summary>What has become of a cell that was interrupted.</summary>
internal enum InterruptedWork
{
    /// <summary>It was not running yet.</summary>
    NeverStarted,

    /// <summary>It is still being compiled, and will not run.</summary>
    Compiling,

    /// <summary>Nothing of it runs any more.</summary>
    Stopped,

    /// <summary>It was waiting in an <c>await</c>, and will not go on.</summary>
    Awaiting,

    /// <summary>It is in a call that cannot be stopped.</summary>
    Busy,

    /// <summary>It has stopped, but something that it started is in a call that cannot be stopped.</summary>
    LeftSomethingBusy,
}
