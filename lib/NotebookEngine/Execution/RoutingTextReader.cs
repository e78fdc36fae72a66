using System.Diagnostics;

namespace NotebookEngine.Execution;

/// <summary>
/// The console's input: where a cell is running what its user types, else the original reader. There is no end of input: a cell that
/// reads to the end gets one line.
/// </summary>
[StackTraceHidden]
internal sealed class RoutingTextReader(TextReader original) : TextReader
{
    public override int Peek() => CurrentCell.Execution is { } cell ? cell.Input.Peek() : original.Peek();

    public override int Read() => CurrentCell.Execution is { } cell ? cell.Input.Read() : original.Read();

    public override int Read(char[] buffer, int index, int count) =>
        CurrentCell.Execution is { } cell
            ? cell.Input.Read(buffer.AsSpan(index, count))
            : original.Read(buffer, index, count);

    public override string? ReadLine() =>
        CurrentCell.Execution is { } cell ? cell.Input.ReadLine() : original.ReadLine();

    public override string ReadToEnd() =>
        CurrentCell.Execution is { } cell ? cell.Input.ReadLine() : original.ReadToEnd();
}
