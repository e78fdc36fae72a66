namespace NotebookEngine.Execution;

/// <summary>Says what an interrupt has stopped, and what it could not stop.</summary>
internal static class InterruptedFailure
{
    private const string GoesOn =
        "in a call that .NET cannot interrupt. The call goes on until the kernel is restarted; other cells can run meanwhile";

    /// <param name="work">What has become of the cell.</param>
    /// <param name="isLost">Whether the cell declares something that later cells will not see.</param>
    /// <param name="end">How the cell ended, if it did: the place where it was.</param>
    internal static CellFailure Of(InterruptedWork work, bool isLost, CellFailure? end) =>
        new()
        {
            Kind = FailureKind.Interrupted,
            Name = nameof(FailureKind.Interrupted),
            Message = isLost ? $"{Message(work)}. What the cell declared is lost" : Message(work),
            Line = end?.Line,
            SourceLine = end?.SourceLine,
            Details = end?.Details ?? [],
        };

    private static string Message(InterruptedWork work) =>
        work switch
        {
            InterruptedWork.NeverStarted or InterruptedWork.Compiling => "the cell was interrupted before it ran",
            InterruptedWork.Awaiting =>
                "the cell was interrupted while it awaited something; what follows the await does not run",
            InterruptedWork.Busy => $"the cell was interrupted, but it is still busy {GoesOn}",
            InterruptedWork.LeftSomethingBusy =>
                $"the cell was interrupted, but something that it started is still busy {GoesOn}",
            _ => "the cell was interrupted",
        };
}
