using System.Diagnostics;

namespace NotebookEngine.Execution;

/// <summary>What the user has typed for one cell and the cell has not read yet.</summary>
/// <param name="readLine">Asks the user for a line, and gives it without its line end.</param>
[StackTraceHidden]
internal sealed class ConsoleInput(Func<string> readLine)
{
    private const string LineEnd = "\n";

    private string _unread = "";

    internal int Peek()
    {
        Fill();
        return _unread[0];
    }

    internal int Read()
    {
        Fill();
        return Take(1)[0];
    }

    internal int Read(Span<char> buffer)
    {
        if (buffer.IsEmpty)
        {
            return 0;
        }

        Fill();
        var text = Take(Math.Min(buffer.Length, _unread.Length));
        text.CopyTo(buffer);
        return text.Length;
    }

    internal string ReadLine()
    {
        Fill();
        return Take(_unread.Length)[..^LineEnd.Length];
    }

    private void Fill()
    {
        if (_unread.Length == 0)
        {
            _unread = readLine() + LineEnd;
        }
    }

    private string Take(int length)
    {
        var text = _unread[..length];
        _unread = _unread[length..];
        return text;
    }
}
