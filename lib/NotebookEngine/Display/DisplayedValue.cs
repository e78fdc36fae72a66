using NotebookEngine.Execution;
using NotebookEngine.Outputs;

namespace NotebookEngine.Display;

/// <summary>A place in a notebook where a value is shown.</summary>
public sealed class DisplayedValue
{
    private readonly Action<CellOutput> _output;
    private readonly string[] _mimeTypes;

    internal DisplayedValue(Action<CellOutput> output, string[] mimeTypes)
    {
        _output = output;
        _mimeTypes = mimeTypes;
    }

    internal string Id { get; } = Guid.NewGuid().ToString("N");

    /// <summary>Shows another value in the place of the present one, in the same MIME types if some were asked for.</summary>
    public void Update(object? updatedValue) =>
        // Front ends listen to the cell that is running now, which may be a later one.
        (CurrentCell.Output ?? _output)(new CellOutput.Updated(Id, ValueFormatter.Format(updatedValue, _mimeTypes)));
}
