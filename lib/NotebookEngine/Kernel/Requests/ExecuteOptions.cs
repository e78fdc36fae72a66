using NotebookEngine.Kernel.Messages;

namespace NotebookEngine.Kernel.Requests;

/// <summary>How a front end wants a cell to be run.</summary>
/// <param name="Code">The cell's text.</param>
/// <param name="IsSilent">Nothing is published: the reply alone says how it went.</param>
/// <param name="StoresHistory">Whether the cell is counted, and kept in the history.</param>
/// <param name="Expressions">Expressions by name, evaluated after the cell.</param>
/// <param name="AllowsInput">Whether the front end can ask its user for input.</param>
/// <param name="StopsOnError">Whether a failure aborts the cells that already wait.</param>
internal sealed record ExecuteOptions(
    string Code,
    bool IsSilent,
    bool StoresHistory,
    IReadOnlyList<KeyValuePair<string, string>> Expressions,
    bool AllowsInput,
    bool StopsOnError
)
{
    /// <exception cref="MalformedRequestException">A member is missing or of a wrong kind.</exception>
    internal static ExecuteOptions Of(RequestContent content)
    {
        var code = content.Text("code");
        var isSilent = content.Flag("silent", otherwise: false);
        return new ExecuteOptions(
            code,
            isSilent,
            // A cell without text does nothing that could be counted.
            content.Flag("store_history", otherwise: true)
                && !isSilent
                && !string.IsNullOrWhiteSpace(code),
            content.Texts("user_expressions"),
            content.Flag("allow_stdin", otherwise: true),
            content.Flag("stop_on_error", otherwise: true)
        );
    }
}
