using System.Diagnostics;

namespace NotebookEngine.Outputs;

/// <summary>The console's input as a cell sees it: nobody sits there, and the command's own input is not the cell's.</summary>
internal sealed class NoInput(TextReader original) : TextReader
{
    [StackTraceHidden]
    public override int Peek() => Source.Peek();

    [StackTraceHidden]
    public override int Read() => Source.Read();

    private TextReader Source =>
        CurrentCell.Output is null
            ? original
            : throw new InvalidOperationException(
                "A notebook that runs by itself has nobody to ask, so there is no console input. Give the value in the cell"
            );
}
