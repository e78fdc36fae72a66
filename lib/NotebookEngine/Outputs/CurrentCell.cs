namespace NotebookEngine.Outputs;

/// <summary>
/// Where output goes that is made now. It flows with the work that a cell starts, so a task that outlives its cell still
/// writes to the cell that started it, and notebooks that run side by side never mix.
/// </summary>
internal static class CurrentCell
{
    // Console and .Display() are static, so is the way from them to the cell; the value itself belongs to each flow of work.
    private static readonly AsyncLocal<Action<CellOutput>?> Receiver = new();

    /// <summary>Null where no cell is running.</summary>
    internal static Action<CellOutput>? Output => Receiver.Value;

    /// <summary>From here on, in this flow of work and all that it starts, output goes to <paramref name="receiver"/>.</summary>
    internal static void SendOutputTo(Action<CellOutput> receiver) => Receiver.Value = receiver;
}
