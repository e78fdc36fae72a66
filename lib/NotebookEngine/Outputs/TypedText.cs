namespace NotebookEngine.Outputs;

/// <summary>What a person has typed for one cell and the cell has not read yet.</summary>
internal sealed class TypedText
{
    private const string LineEnd = "\n";

    private string _unread = "";

    internal int Peek(AskForLine ask)
    {
        Fill(ask);
        return _unread[0];
    }

    internal int Read(AskForLine ask)
    {
        Fill(ask);
        return Take(1)[0];
    }

    internal int Read(AskForLine ask, Span<char> buffer)
    {
        if (buffer.IsEmpty)
        {
            return 0;
        }

        Fill(ask);
        var text = Take(Math.Min(buffer.Length, _unread.Length));
        text.CopyTo(buffer);
        return text.Length;
    }

    internal string ReadLine(AskForLine ask)
    {
        Fill(ask);
        return Take(_unread.Length)[..^LineEnd.Length];
    }

    private void Fill(AskForLine ask)
    {
        if (_unread.Length == 0)
        {
            _unread = ask("", isPassword: false) + LineEnd;
        }
    }

    private string Take(int length)
    {
        var text = _unread[..length];
        _unread = _unread[length..];
        return text;
    }
}
