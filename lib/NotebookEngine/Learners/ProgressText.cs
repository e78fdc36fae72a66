using System.Globalization;
using NotebookEngine.Reports;

namespace NotebookEngine.Learners;

/// <summary>Progress as lines for a terminal.</summary>
internal static class ProgressText
{
    /// <summary>A row a lesson.</summary>
    internal static IEnumerable<string> OfLessons(PersonProgress person) =>
        Columns([.. person.Lessons.Select(lesson => new[] { lesson.Lesson, Of(lesson.Solved, lesson.Exercises) })]);

    /// <summary>A row a person, a column a lesson.</summary>
    internal static IEnumerable<string> OfTeam(ProgressReport team) =>
        Columns([Head(team), .. team.People.Select(person => Row(person, team.Exercises))]);

    /// <summary>How many of how many.</summary>
    internal static string Of(int solved, int exercises) =>
        string.Create(CultureInfo.InvariantCulture, $"{solved} of {exercises}");

    /// <summary>The day, or a dash.</summary>
    internal static string Day(DateTimeOffset? time) =>
        time?.ToUniversalTime().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "-";

    // Lessons are called NN-topic: their number is enough above a narrow column.
    private static string[] Head(ProgressReport team) =>
        [
            "person",
            "solved",
            "last",
            .. (team.People.FirstOrDefault(person => person.Problem is null)?.Lessons ?? []).Select(lesson =>
                lesson.Lesson[..2]
            ),
        ];

    private static string[] Row(PersonProgress person, int exercises) =>
        person.Problem is { } problem
            ? [Line(person.Name), $"cannot be used: {Line(problem)}"]
            :
            [
                Line(person.Name),
                Of(person.Solved, exercises),
                Day(person.LastSolved),
                .. person.Lessons.Select(lesson =>
                    string.Create(CultureInfo.InvariantCulture, $"{lesson.Solved}/{lesson.Exercises}")
                ),
            ];

    // The last cell of a row takes no room from the columns after it.
    private static IEnumerable<string> Columns(IReadOnlyList<string[]> rows)
    {
        var widths = Enumerable
            .Range(0, rows.Max(row => row.Length))
            .Select(column =>
                rows.Where(row => row.Length > column + 1).Select(row => row[column].Length).DefaultIfEmpty(0).Max()
            )
            .ToList();
        return rows.Select(row =>
            string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd()
        );
    }

    // A file's name may hold anything.
    private static string Line(string text) =>
        PrintableText
            .Of(text)
            .Replace("\n", "\\n", StringComparison.Ordinal)
            .Replace("\t", " ", StringComparison.Ordinal);
}
