using NotebookEngine.Execution;
using NotebookEngine.Outputs;

namespace NotebookEngine.Display;

/// <summary>What a cell may call beyond the language and the framework; imported into every cell.</summary>
public static class DisplayExtensions
{
    /// <summary>Shows a value here and now, in the MIME types given or in those that its type prefers.</summary>
    /// <returns>The place where it is shown, for another value to take.</returns>
    /// <exception cref="InvalidOperationException">No cell is running.</exception>
    public static DisplayedValue Display(this object? value, params string[] mimeTypes)
    {
        var output =
            CurrentCell.Output
            ?? throw new InvalidOperationException("Display() needs a running cell to show the value in");
        var displayed = new DisplayedValue(output, mimeTypes);
        output(new CellOutput.Displayed(ValueFormatter.Format(value, mimeTypes), displayed.Id));
        return displayed;
    }
}
