using System.Globalization;
using System.Text;

namespace Lessons.Tests.Pages;

/// <summary>The learning path as a Markdown table, for the two README files.</summary>
internal static class PathTable
{
    public const string Begin = "<!-- path: written from data/lessons.json -->";
    public const string End = "<!-- /path -->";

    /// <param name="path">The lessons in order.</param>
    /// <param name="folder">From the page to the lessons, ending in a slash, or empty.</param>
    public static string Of(IReadOnlyList<LessonManifest> path, string folder)
    {
        var table = new StringBuilder("| lesson | what it promises | minutes + exercises |\n|---|---|---|\n");
        foreach (var lesson in path)
        {
            table.Append(
                CultureInfo.InvariantCulture,
                $"| [{lesson.Number} {lesson.Title}]({folder}{lesson.File}) | {lesson.Promise} | {lesson.Minutes} + {lesson.ExerciseMinutes}{(lesson.Optional ? ", optional" : "")} |\n"
            );
        }

        return $"{Begin}\n\n{table}\n{End}";
    }

    /// <summary>The page with the table between its marks replaced.</summary>
    /// <exception cref="InvalidDataException">The page has no such marks.</exception>
    public static string Write(string page, string table)
    {
        var begin = page.IndexOf(Begin, StringComparison.Ordinal);
        var end = page.IndexOf(End, StringComparison.Ordinal);
        return begin >= 0 && end > begin
            ? page[..begin] + table + page[(end + End.Length)..]
            : throw new InvalidDataException($"The page has no place for the table: {Begin} … {End}");
    }
}
