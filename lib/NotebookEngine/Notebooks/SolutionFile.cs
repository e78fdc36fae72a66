using System.Text.RegularExpressions;
using NotebookEngine.Files;

namespace NotebookEngine.Notebooks;

/// <summary>
/// The solutions of a notebook's exercises: <c>solutions/&lt;its name&gt;.md</c> beside it. A solution begins with an anchor that names a
/// code cell, <c>&lt;a id="exercise"&gt;&lt;/a&gt;</c>, and its first fence of C# stands for that cell's text.
/// </summary>
internal static partial class SolutionFile
{
    /// <summary>Beside the notebooks.</summary>
    internal const string FolderName = "solutions";

    /// <summary>Where the solutions of a notebook are.</summary>
    internal static string PathFor(Notebook notebook) =>
        Path.Combine(notebook.Folder, FolderName, $"{notebook.Name}.md");

    /// <summary>The notebook with the solutions in place of its stubs; the same where it has no file of solutions.</summary>
    /// <exception cref="UnreadableNotebookException">
    /// The file cannot be read; or an anchor names no code cell, is there twice, or is followed by no fence.
    /// </exception>
    internal static Notebook Apply(Notebook notebook)
    {
        var path = PathFor(notebook);
        return File.Exists(path)
            ? Read(path, notebook)
                .Aggregate(notebook, (solved, solution) => solved.WithSource(solution.Key, solution.Value))
            : notebook;
    }

    private static Dictionary<string, string> Read(string path, Notebook notebook)
    {
        var text = TextOf(path, notebook).ReplaceLineEndings("\n");
        var solutions = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (Match part in Part.Matches(text))
        {
            var cell = part.Groups["cell"].Value;
            var line = 1 + text.AsSpan(0, part.Index).Count('\n');
            var fence = Fence.Match(part.Groups["rest"].Value);
            var problem =
                notebook.CodeCells.All(one => one.Id != cell) ? $"the notebook has no code cell '{cell}'"
                : !fence.Success ? $"no fence of csharp follows the anchor '{cell}'"
                : !solutions.TryAdd(cell, fence.Groups["code"].Value) ? $"'{cell}' stands here a second time"
                : null;
            if (problem is not null)
            {
                throw new UnreadableNotebookException(notebook.Path, $"{path}, line {line}: {problem}");
            }
        }

        return solutions;
    }

    private static string TextOf(string path, Notebook notebook)
    {
        try
        {
            return RegularFile.ReadText(path);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new UnreadableNotebookException(
                notebook.Path,
                $"its solutions cannot be read: {problem.Message}",
                problem
            );
        }
    }

    [GeneratedRegex("""<a id="(?<cell>[^"]+)"></a>(?<rest>.*?)(?=<a id="|\z)""", RegexOptions.Singleline)]
    private static partial Regex Part { get; }

    [GeneratedRegex(@"```csharp\n(?<code>.*?)\n```", RegexOptions.Singleline)]
    private static partial Regex Fence { get; }
}
