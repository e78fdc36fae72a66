using System.Diagnostics;

namespace NotebookEngine.Outputs;

/// <summary>
/// The console's input as a cell sees it: what the person in front types when asked. The process's own input is not the
/// cell's. There is no end of input: whoever reads to the end gets one line.
/// </summary>
internal sealed class CellInput(TextReader original) : TextReader
{
    [StackTraceHidden]
    public override int Peek() => CurrentCell.Host is { } host ? host.Typed.Peek(Ask(host)) : original.Peek();

    [StackTraceHidden]
    public override int Read() => CurrentCell.Host is { } host ? host.Typed.Read(Ask(host)) : original.Read();

    [StackTraceHidden]
    public override int Read(char[] buffer, int index, int count) =>
        CurrentCell.Host is { } host
            ? host.Typed.Read(Ask(host), buffer.AsSpan(index, count))
            : original.Read(buffer, index, count);

    [StackTraceHidden]
    public override string? ReadLine() =>
        CurrentCell.Host is { } host ? host.Typed.ReadLine(Ask(host)) : original.ReadLine();

    [StackTraceHidden]
    public override string ReadToEnd() =>
        CurrentCell.Host is { } host ? host.Typed.ReadLine(Ask(host)) : original.ReadToEnd();

    [StackTraceHidden]
    private static AskForLine Ask(CellHost host) =>
        host.Ask
        ?? throw new InvalidOperationException(
            "This notebook runs where no user can type an answer, so there is no console input. Give the value in the cell"
        );
}
