using System.Text;
using NotebookEngine.Outputs;

namespace NotebookEngine.Execution;

/// <summary>Gives text to the cell that writes it, and to the original writer where no cell is running.</summary>
internal sealed class RoutingTextWriter : TextWriter
{
    private readonly string _stream;
    private readonly CellAssemblies _cells;
    private readonly TextWriter _original;

    internal RoutingTextWriter(string stream, CellAssemblies cells, TextWriter original)
    {
        _stream = stream;
        _cells = cells;
        _original = original;
        // What a notebook shows is the same on every system.
        CoreNewLine = ['\n'];
    }

    public override Encoding Encoding => _original.Encoding;

    public override void Write(char value) => Write(value.ToString());

    public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

    public override void Write(string? value)
    {
        if (string.IsNullOrEmpty(value))
        {
            return;
        }

        if ((CurrentCell.Output ?? _cells.OutputOfCaller()) is { } output)
        {
            output(new CellOutput.Printed(_stream, value));
        }
        else
        {
            _original.Write(value);
        }
    }

    public override void WriteLine(string? value) => Write(value + NewLine);

    public override void Flush() => _original.Flush();
}
