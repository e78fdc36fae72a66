namespace NotebookEngine.Kernel.Wire;

/// <summary>The sockets of a kernel that carry messages. The fifth, the heartbeat, echoes bytes and carries none.</summary>
internal enum KernelChannel
{
    /// <summary>Requests that run or ask about code, one after the other.</summary>
    Shell,

    /// <summary>Requests that are handled while a cell runs: interrupt, shutdown.</summary>
    Control,

    /// <summary>Requests for input to the user, and the replies.</summary>
    Stdin,

    /// <summary>Outputs and status, published to all front ends. Nothing is received here.</summary>
    IoPub,
}
