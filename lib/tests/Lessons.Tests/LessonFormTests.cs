using System.Text.Json;
using System.Text.RegularExpressions;
using NotebookEngine.Notebooks;

namespace Lessons.Tests;

/// <summary>The form that all lessons share, so that a learner who knows one finds the way in the next.</summary>
public sealed partial class LessonFormTests
{
    private const int LongestCode = 14;
    private const int LongestCodeLine = 120;
    private const int LongestProse = 120;

    // In this order; the ideas of the lesson stand between opening and exercise.
    private static readonly string[] Landmarks =
    [
        "box",
        "open",
        "exercise-task",
        "exercise",
        "solution",
        "remember",
        "questions",
        "close",
    ];

    public static TheoryData<string> Lessons => Checkout.Lessons;

    [Theory]
    [MemberData(nameof(Lessons))]
    public void The_landmarks_stand_in_their_order(string lesson)
    {
        var ids = Read(lesson).Cells.Select(cell => cell.Id).ToList();

        Assert.Equal(Landmarks, ids.Where(Landmarks.Contains));
        Assert.Equal("close", ids[^1]);
    }

    [Theory]
    [MemberData(nameof(Lessons))]
    public void The_set_up_is_one_cell_of_at_most_three_lines(string lesson)
    {
        var open = Read(lesson).CodeCells.First();

        Assert.Equal("open", open.Id);
        Assert.StartsWith("#r \"../lib/bin/ClientAuth.Lab.dll\"\n", open.Source, StringComparison.Ordinal);
        Assert.InRange(open.Lines.Count, 1, 3);
    }

    [Theory]
    [MemberData(nameof(Lessons))]
    public void Prose_stands_between_any_two_code_cells(string lesson)
    {
        var cells = Read(lesson).Cells;
        var neighbours = cells
            .Zip(cells.Skip(1))
            .Where(pair => pair.First.Kind == CellKind.Code && pair.Second.Kind == CellKind.Code)
            .Select(pair => $"{pair.First.Id}, {pair.Second.Id}");

        Assert.Empty(neighbours);
    }

    [Theory]
    [MemberData(nameof(Lessons))]
    public void Code_and_prose_stay_short(string lesson)
    {
        var tooLong = Read(lesson).Cells.Select(TooLong).OfType<string>();

        Assert.Empty(tooLong);
    }

    [Theory]
    [MemberData(nameof(Lessons))]
    public void Only_what_every_engine_runs_is_used(string lesson)
    {
        var strangers =
            from cell in Read(lesson).CodeCells
            from line in cell.Lines
            where NotCommon.IsMatch(line)
            select $"{cell.Id}: {line}";

        Assert.Empty(strangers);
    }

    [Theory]
    [MemberData(nameof(Lessons))]
    public void Every_relative_link_leads_somewhere(string lesson)
    {
        var dead =
            from cell in Read(lesson).Cells
            where cell.Kind == CellKind.Markdown
            from Match link in Link.Matches(cell.Source)
            let target = link.Groups["target"].Value
            where !target.StartsWith("https://", StringComparison.Ordinal)
            where !File.Exists(Path.Combine(Checkout.Notebooks, target.Split('#')[0]))
            select $"{cell.Id}: {target}";

        Assert.Empty(dead);
    }

    [Theory]
    [MemberData(nameof(Lessons))]
    public void It_is_committed_without_outputs_and_as_a_Polyglot_notebook(string lesson)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Checkout.PathOf(lesson)));
        var root = json.RootElement;
        var withOutputs = root.GetProperty("cells")
            .EnumerateArray()
            .Where(cell => cell.TryGetProperty("outputs", out var outputs) && outputs.GetArrayLength() > 0);

        Assert.Empty(withOutputs);
        Assert.Equal(5, root.GetProperty("nbformat_minor").GetInt32());
        var metadata = root.GetProperty("metadata");
        Assert.Equal(".net-csharp", metadata.GetProperty("kernelspec").GetProperty("name").GetString());
        Assert.True(metadata.TryGetProperty("polyglot_notebook", out _));
    }

    private static Notebook Read(string lesson) => Notebook.Read(Checkout.PathOf(lesson));

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
        return words > LongestProse && cell.Id != "box" ? $"{cell.Id}: {words} words" : null;
    }

    // Fences, tables and folded answers are looked up rather than read through.
    [GeneratedRegex(@"```.*?```|(?<=^|\n)\|[^\n]*|<details>.*?</details>", RegexOptions.Singleline)]
    private static partial Regex NotProse { get; }

    [GeneratedRegex("""^(await )?using var |^namespace |^#!(?!time)|#r "nuget|^\s*(display|HTML)\(|Console\.Error""")]
    private static partial Regex NotCommon { get; }

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)")]
    private static partial Regex Link { get; }
}
