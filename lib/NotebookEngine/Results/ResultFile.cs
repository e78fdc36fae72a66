using NotebookEngine.Files;

namespace NotebookEngine.Results;

/// <summary>A file that a command was asked to write.</summary>
/// <param name="Option">The option that asks for it, such as <c>--json</c>.</param>
/// <param name="Path">Absolute, links included.</param>
/// <param name="Kind">What the option writes, such as <c>results as JSON</c>.</param>
/// <param name="IsEarlier">Whether a file, by its path, is an earlier one of the same kind, so that nothing else is lost with it.</param>
internal sealed record ResultFile(string Option, string Path, string Kind, Func<string, bool> IsEarlier)
{
    /// <summary>Whether it is written into what is at its path, which is then no regular file; otherwise it replaces that.</summary>
    internal bool IsStream => StreamFile.Is(Path);

    /// <summary>Why it must not be written: it would replace something else. Null where nothing would be lost.</summary>
    internal string? Refusal()
    {
        if (IsStream || FileKinds.Of(Path) is not FileKind.Regular)
        {
            return null;
        }

        try
        {
            return IsEarlier(Path)
                ? null
                : $"{Option} would replace '{Path}', which holds no {Kind}: name another place, or delete that file";
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return $"{Option} would replace '{Path}', which cannot be read: {problem.Message} Name another place";
        }
    }
}
