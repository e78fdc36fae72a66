using NotebookEngine.Sessions;

namespace NotebookEngine.Outputs;

/// <summary>What executes a cell on somebody's behalf: a headless run, or a front end behind the kernel.</summary>
/// <param name="Output">Is given each output as it is made, from any thread, also after the cell has ended.</param>
/// <param name="Stray">Is given a failure outside the cell's own flow, such as on a thread that it started; at any time.</param>
internal sealed record CellHost(Action<CellOutput> Output, Action<CellFailure> Stray)
{
    /// <summary>Asks the person in front for a line, or null where nobody sits there.</summary>
    public AskForLine? Ask { get; init; }

    /// <summary>What that person has typed and the cell has not read yet.</summary>
    internal TypedText Typed { get; } = new();
}
