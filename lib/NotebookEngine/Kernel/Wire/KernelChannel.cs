namespace NotebookEngine.Kernel.Wire;

/// <summary>The sockets of a kernel that carry messages. The fifth, the heartbeat, echoes bytes and carries none.</summary>
internal enum KernelChannel
{
    /// <summary>Requests that run or ask about code, one after the other.</summary>
    Shell,

    /// <summary>Requests that must be heard while a cell runs: interrupt, shutdown.</summary>
    Control,

    /// <summary>Questions of the kernel to the person in front, and the answers.</summary>
    Stdin,

    /// <summary>What everybody may hear: outputs and status. Nothing is received here.</summary>
    IoPub,
}
