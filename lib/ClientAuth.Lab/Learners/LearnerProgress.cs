using System.Text.Json;

namespace ClientAuth.Lab.Learners;

/// <summary>
/// Records what a learner solves, and says how far they got. Whatever is wrong with the file is said in words: a learner who has solved
/// an exercise sees no exception.
/// </summary>
internal sealed class LearnerProgress(ProgressPlace place, Func<Course> readCourse, TimeProvider clock)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private int _problemsTold;

    /// <summary>Records an exercise where it is solved for the first time.</summary>
    /// <param name="name">Its name in <see cref="LessonExercises"/>.</param>
    /// <param name="cancellationToken">Ends waiting for other kernels.</param>
    /// <returns>What to say of the progress; null where it is not recorded and that has been said.</returns>
    public async Task<string?> RecordAsync(string name, CancellationToken cancellationToken = default)
    {
        if (place.Path is not { } path)
        {
            return place.Problem is { } problem ? Once(problem) : null;
        }

        try
        {
            var course = readCourse();
            if (course.Exercises.FirstOrDefault(exercise => exercise.Name == name) is not { } exercise)
            {
                return Once($"No lesson has an exercise that checks {name}.");
            }

            var change = await FileAt(path).AddAsync(Solved(course, exercise), cancellationToken);
            return Told(new Standing(course, change.Exercises), change.SetAside);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or JsonException)
        {
            return Once(problem.Message);
        }
    }

    /// <summary>The file as it is.</summary>
    public ProgressReading Read()
    {
        if (place.Path is not { } path)
        {
            return new ProgressReading.None(place.Problem);
        }

        try
        {
            var course = readCourse();
            return new ProgressReading.Known(new Standing(course, FileAt(path).Read()), course.Unreadable);
        }
        catch (ProgressFormatException problem)
        {
            return new ProgressReading.None($"'{path}' cannot be used: {problem.Message}. {problem.Consequence}");
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or JsonException)
        {
            return new ProgressReading.None(problem.Message);
        }
    }

    private ProgressFile FileAt(string path) => new(path, clock, Patience);

    private SolvedExercise Solved(Course course, CourseExercise exercise)
    {
        var now = clock.GetUtcNow();
        return new SolvedExercise
        {
            Collection = course.Collection,
            Lesson = exercise.Lesson,
            Exercise = exercise.Cell,
            // Whole seconds: a file that people read.
            Solved = new DateTimeOffset(now.Ticks - (now.Ticks % TimeSpan.TicksPerSecond), TimeSpan.Zero),
        };
    }

    private static string Told(Standing standing, (string Path, string Why)? setAside)
    {
        var next = standing.Next is { } exercise ? $"; next: `{exercise.Lesson}`, cell `{exercise.Cell}`" : "";
        var aside = setAside is var (path, why)
            ? $". The file that was there cannot be used ({why}); it is kept as '{path}'"
            : "";
        return FormattableString.Invariant($"{standing.Solved} of {standing.Count}{next}{aside}");
    }

    private string? Once(string problem) =>
        Interlocked.Exchange(ref _problemsTold, 1) == 0 ? $"not recorded. {problem}" : null;
}
