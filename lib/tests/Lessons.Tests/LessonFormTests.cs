using System.Text.RegularExpressions;
using NotebookEngine.Notebooks;

namespace Lessons.Tests;

/// <summary>The form that all lessons share, so that a learner who knows one finds the way in the next.</summary>
public sealed partial class LessonFormTests
{
    private const int MostCells = 55;
    private const int MostMinutes = 40;
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

    public static TheoryData<string> Lessons => Checkout.Lessons;

    [Theory]
    [MemberData(nameof(Lessons))]
    public Task The_landmarks_stand_in_their_order(string lesson) =>
        WorkingCopy.HoldAsync(
            lesson,
            notebook =>
            {
                var ids = notebook.Cells.Select(cell => cell.Id).ToList();

                Assert.Equal(Landmarks, ids.Where(Landmarks.Contains));
                Assert.Equal("close", ids[^1]);
            }
        );

    [Theory]
    [MemberData(nameof(Lessons))]
    public Task The_set_up_is_one_cell_of_at_most_three_lines(string lesson) =>
        WorkingCopy.HoldAsync(
            lesson,
            notebook =>
            {
                var open = notebook.CodeCells.First();

                Assert.Equal("open", open.Id);
                Assert.StartsWith("#r \"../lib/bin/ClientAuth.Lab.dll\"\n", open.Source, StringComparison.Ordinal);
                Assert.InRange(open.Lines.Count, 1, 3);
            }
        );

    [Theory]
    [MemberData(nameof(Lessons))]
    public Task Prose_stands_between_any_two_code_cells(string lesson) =>
        WorkingCopy.HoldAsync(
            lesson,
            notebook =>
            {
                var cells = notebook.Cells;
                var neighbours = cells
                    .Zip(cells.Skip(1))
                    .Where(pair => pair.First.Kind == CellKind.Code && pair.Second.Kind == CellKind.Code)
                    .Select(pair => $"{pair.First.Id}, {pair.Second.Id}");

                Assert.Empty(neighbours);
            }
        );

    [Theory]
    [MemberData(nameof(Lessons))]
    public Task Code_and_prose_stay_short(string lesson) =>
        WorkingCopy.HoldAsync(
            lesson,
            notebook =>
            {
                var tooLong = notebook.Cells.Select(TooLong).OfType<string>();

                Assert.Empty(tooLong);
            }
        );

    [Theory]
    [MemberData(nameof(Lessons))]
    public Task It_can_be_read_in_one_sitting(string lesson) =>
        WorkingCopy.HoldAsync(
            lesson,
            notebook =>
            {
                Assert.InRange(notebook.Cells.Count, 1, MostCells);
                Assert.InRange(LessonManifest.ReadAll().Single(entry => entry.File == lesson).Minutes, 1, MostMinutes);
            }
        );

    [Theory]
    [MemberData(nameof(Lessons))]
    public Task Only_what_every_engine_runs_is_used(string lesson) =>
        WorkingCopy.HoldAsync(
            lesson,
            notebook =>
            {
                var strangers =
                    from cell in notebook.CodeCells
                    from line in cell.Lines
                    where NotCommon.IsMatch(line)
                    select $"{cell.Id}: {line}";

                Assert.Empty(strangers);
            }
        );

    [Theory]
    [MemberData(nameof(Lessons))]
    public Task Every_relative_link_leads_to_a_file_or_a_heading(string lesson) =>
        WorkingCopy.HoldAsync(
            lesson,
            notebook =>
            {
                var dead =
                    from cell in notebook.Cells
                    where cell.Kind == CellKind.Markdown
                    from target in PageLinks.Dead(Checkout.PathOf(lesson), cell.Source)
                    select $"{cell.Id}: {target}";

                Assert.Empty(dead);
            }
        );

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
