using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace NotebookEngine.CommandLine;

/// <summary>
/// An output of the process that may fail at any time, as on a full disk. What it cannot take is lost, and the command goes on: it
/// may have files to write, and says at its end what was lost.
/// </summary>
internal sealed class GuardedOutput(TextWriter output) : TextWriter(output.FormatProvider)
{
    private volatile string? _problem;

    /// <summary>Why something was lost; null where nothing was.</summary>
    internal string? Problem => _problem;

    public override Encoding Encoding => output.Encoding;

    [AllowNull]
    public override string NewLine
    {
        get => output.NewLine;
        set => output.NewLine = value;
    }

    public override void Write(char value) => Attempt(() => output.Write(value));

    public override void Write(string? value) => Attempt(() => output.Write(value));

    public override void Write(char[] buffer, int index, int count) =>
        Attempt(() => output.Write(buffer, index, count));

    public override void WriteLine(string? value) => Attempt(() => output.WriteLine(value));

    public override void Flush() => Attempt(output.Flush);

    private void Attempt(Action write)
    {
        if (_problem is not null)
        {
            return;
        }

        try
        {
            write();
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            _problem = (problem.InnerException ?? problem).Message;
        }
    }
}
