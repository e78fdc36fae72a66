using System.Text.RegularExpressions;
using NotebookEngine.Notebooks;

namespace Lessons.Tests;

/// <summary>The form that all lessons share, so that a learner who knows one finds the way in the next. Each returns what differs from it.</summary>
internal static partial class LessonForm
{
    private const int MostCells = 55;
    private const int LongestSetUp = 3;
    private const int LongestCode = 12;
    private const int LongestCodeLine = 88; // what is longer is cut off in a page 1000 pixels wide
    private const int LongestProse = 120;
    private const int LongestQuiz = 300; // up to five questions, read one at a time, and each choice is a line of its own

    // In this order; the ideas of the lesson stand between opening and exercise.
    private static readonly string[] Landmarks =
    [
        "box",
        "open",
        "exercise-task",
        "exercise",
        "remember",
        "questions",
        "close",
    ];

    /// <summary>All that differs, of a notebook wherever it lies.</summary>
    public static IEnumerable<string> FaultsIn(Notebook notebook) =>
        [
            .. Landmark(notebook),
            .. SetUp(notebook),
            .. NeighbouringCode(notebook),
            .. TooLong(notebook),
            .. TooMany(notebook),
            .. NotCommonToEngines(notebook),
            .. DeadLinks(notebook),
        ];

    public static IEnumerable<string> Landmark(Notebook notebook)
    {
        var ids = notebook.Cells.Select(cell => cell.Id).ToList();
        var seen = ids.Where(Landmarks.Contains).ToList();
        if (!seen.SequenceEqual(Landmarks))
        {
            yield return $"the landmarks are {string.Join(", ", seen)}, not {string.Join(", ", Landmarks)}";
        }

        if (ids[^1] != "close")
        {
            yield return $"the last cell is {ids[^1]}, not close";
        }
    }

    public static IEnumerable<string> SetUp(Notebook notebook)
    {
        var open = notebook.CodeCells.First();
        if (
            open.Id != "open"
            || !open.Source.StartsWith("#r \"../lib/bin/ClientAuth.Lab.dll\"\n", StringComparison.Ordinal)
        )
        {
            yield return $"{open.Id}: the first cell of code is not the set-up, which loads the library";
        }

        if (open.Lines.Count > LongestSetUp)
        {
            yield return $"{open.Id}: {open.Lines.Count} lines of set-up";
        }
    }

    public static IEnumerable<string> NeighbouringCode(Notebook notebook) =>
        notebook
            .Cells.Zip(notebook.Cells.Skip(1))
            .Where(pair => pair.First.Kind == CellKind.Code && pair.Second.Kind == CellKind.Code)
            .Select(pair => $"{pair.First.Id}, {pair.Second.Id}: no prose between them");

    public static IEnumerable<string> TooLong(Notebook notebook) => notebook.Cells.Select(TooLong).OfType<string>();

    public static IEnumerable<string> TooMany(Notebook notebook) =>
        notebook.Cells.Count > MostCells ? [$"{notebook.Cells.Count} cells"] : [];

    public static IEnumerable<string> NotCommonToEngines(Notebook notebook) =>
        from cell in notebook.CodeCells
        from line in cell.Lines
        where NotCommon.IsMatch(line)
        select $"{cell.Id}: {line}";

    public static IEnumerable<string> DeadLinks(Notebook notebook) =>
        from cell in notebook.Cells
        where cell.Kind == CellKind.Markdown
        from target in PageLinks.Dead(notebook.Path, cell.Source)
        select $"{cell.Id}: {target}";

    private static string? TooLong(NotebookCell cell)
    {
        if (cell.Kind == CellKind.Code)
        {
            return cell.Lines.Count > LongestCode || cell.Lines.Any(line => line.Length > LongestCodeLine)
                ? $"{cell.Id}: {cell.Lines.Count} lines, the longest of {cell.Lines.Max(line => line.Length)} characters"
                : null;
        }

        var words = NotProse
            .Replace(cell.Source, "")
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Length;
        var most = cell.Id == "questions" ? LongestQuiz : LongestProse;
        return words > most && cell.Id != "box" ? $"{cell.Id}: {words} words" : null;
    }

    // Fences, tables, folded answers and where links lead are looked up rather than read through.
    [GeneratedRegex(
        """```.*?```|(?<=^|\n)\|[^\n]*|<details>.*?</details>|(?<=\])\([^)\s]+(\s+"[^"]*")?\)""",
        RegexOptions.Singleline
    )]
    private static partial Regex NotProse { get; }

    [GeneratedRegex("""^(await )?using var |^namespace |^#!(?!time)|#r "nuget|^\s*(display|HTML)\(|Console\.Error""")]
    private static partial Regex NotCommon { get; }
}
