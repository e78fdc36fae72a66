using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using NotebookEngine.Execution;

namespace NotebookEngine.Display;

/// <summary>
/// Takes the text of one value from its formatter, within limits: a value that contains itself has no end. A formatter may
/// catch what is thrown here and go on, so a limit that was reached once stays reached.
/// </summary>
internal sealed class ValueWriter : TextWriter
{
    // A picture in HTML has some million characters.
    private const int MostCharacters = 20 * 1024 * 1024;

    // The formatter's own six levels of properties take less than a fifth of this; lists in lists have no limit there.
    // Each level that passes the exception on takes many times as much stack as it took to get there.
    private const int MostBytesOfStack = 128 * 1024;

    private readonly StringBuilder _text = new();
    private readonly nint _start = Place();
    private bool _isOver;

    internal ValueWriter()
        : base(CultureInfo.InvariantCulture) { }

    public override Encoding Encoding => Encoding.UTF8;

    /// <summary>Whether the value did not fit.</summary>
    internal bool IsOver => _isOver;

    public override void Write(char value)
    {
        Check();
        _text.Append(value);
    }

    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    public override void Write(ReadOnlySpan<char> buffer)
    {
        Check();
        _text.Append(buffer);
    }

    public override void Write(string? value) => Write(value.AsSpan());

    public override string ToString() => _text.ToString();

    /// <summary>The beginning of the text, at most so many characters.</summary>
    internal string Beginning(int characters) => _text.ToString(0, Math.Min(characters, _text.Length));

    private void Check()
    {
        if (CurrentCell.IsInterrupted)
        {
            throw new CellInterruptedException();
        }

        _isOver |= _text.Length > MostCharacters || Math.Abs(_start - Place()) > MostBytesOfStack;
        if (_isOver)
        {
            throw new InsufficientExecutionStackException("The value is too deep or too long to show");
        }

        RuntimeHelpers.EnsureSufficientExecutionStack();
    }

    // Where on the stack the calling code runs.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static unsafe nint Place()
    {
        byte here;
        return (nint)(&here);
    }
}
