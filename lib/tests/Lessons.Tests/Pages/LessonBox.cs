using System.Globalization;

namespace Lessons.Tests.Pages;

/// <summary>The first cell of a lesson: title, promise, and a box of what one needs to know before starting.</summary>
internal static class LessonBox
{
    public static string Of(LessonManifest lesson, IReadOnlyList<LessonManifest> path)
    {
        var place = path.Index().Single(entry => entry.Item.File == lesson.File).Index;
        string[] ways =
        [
            .. place > 0 ? [$"[← {Name(path[place - 1])}]({path[place - 1].File})"] : Array.Empty<string>(),
            "[all lessons](README.md)",
            .. place < path.Count - 1
                ? [$"[{Name(path[place + 1])} →]({path[place + 1].File})"]
                : Array.Empty<string>(),
        ];
        return $"""
            # {Name(lesson)}

            {lesson.Promise}

            | | |
            |---|---|
            | **You will be able to** | {string.Join("<br>", lesson.YouWill)} |
            | **You need** | {lesson.Needs} |
            | **Takes** | {Minutes(lesson)}{(lesson.Optional ? "; optional, the path can do without" : "")} |
            | **Not here** | {lesson.OutOfScope} |
            | **Path** | {string.Join(" · ", ways)} |
            """.ReplaceLineEndings("\n");
    }

    private static string Minutes(LessonManifest lesson) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{lesson.Minutes} minutes, and about {lesson.ExerciseMinutes} for the exercises"
        );

    private static string Name(LessonManifest lesson) => $"{lesson.Number} {lesson.Title}";
}
