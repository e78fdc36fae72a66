using NotebookEngine.Arguments;

namespace NotebookEngine.Learners;

/// <summary>What a person calls a lesson or an exercise: <c>03</c>, <c>03-topic</c>, <c>03-topic/exercise-2</c>.</summary>
internal static class ExerciseName
{
    /// <summary>Whether a solved exercise is one of those that a name means.</summary>
    /// <exception cref="UsageException">The name means nothing, or several lessons.</exception>
    internal static Func<SolvedExercise, bool> Meaning(string name, Course course)
    {
        var parts = name.Split('/', 2);
        var lesson = Lesson(parts[0], course);
        if (parts is not [_, var exercise])
        {
            return solved => solved.Collection == course.Collection && solved.Lesson == lesson.Name;
        }

        if (!lesson.Exercises.Contains(exercise))
        {
            throw new UsageException(
                $"{lesson.Name} has no exercise '{exercise}'. It has: {string.Join(", ", lesson.Exercises)}"
            );
        }

        return solved =>
            (solved.Collection, solved.Lesson, solved.Exercise) == (course.Collection, lesson.Name, exercise);
    }

    private static CourseLesson Lesson(string name, Course course)
    {
        var exact = course.Lessons.Where(lesson => lesson.Name == name).ToList();
        var matching = exact is []
            ? [.. course.Lessons.Where(lesson => lesson.Name.StartsWith(name, StringComparison.Ordinal))]
            : exact;
        return matching switch
        {
            [var one] => one,
            [] => throw new UsageException(
                $"there is no lesson '{name}' with exercises. There are: {Names(course.Lessons)}"
            ),
            _ => throw new UsageException($"'{name}' means several lessons: {Names(matching)}"),
        };
    }

    private static string Names(IEnumerable<CourseLesson> lessons) =>
        string.Join(", ", lessons.Select(lesson => lesson.Name));
}
