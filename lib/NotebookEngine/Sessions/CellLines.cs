namespace NotebookEngine.Sessions;

/// <summary>A cell's lines as the learner wrote them: all that a session keeps of a cell that has ended.</summary>
internal sealed class CellLines(IEnumerable<string> lines)
{
    private readonly string[] _lines = [.. lines];

    /// <summary>The line's text, counted from 1, or null where there is none.</summary>
    internal string? At(int? number) =>
        number is { } line && line >= 1 && line <= _lines.Length ? _lines[line - 1] : null;

    /// <summary>The whole text.</summary>
    public override string ToString() => string.Join('\n', _lines);
}
