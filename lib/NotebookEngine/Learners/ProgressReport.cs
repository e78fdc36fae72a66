using System.Text.Json.Serialization;

namespace NotebookEngine.Learners;

/// <summary>How far one person, or each of a team, got in a course.</summary>
internal sealed record ProgressReport
{
    public required string Collection { get; init; }

    /// <summary>How many exercises there are.</summary>
    public required int Exercises { get; init; }

    public required IReadOnlyList<PersonProgress> People { get; init; }
}

/// <summary>How far a person got; without numbers where their file cannot be used.</summary>
internal sealed record PersonProgress
{
    /// <summary>The file's name without extension.</summary>
    public required string Name { get; init; }

    /// <summary>Why the file cannot be used, as a part of a sentence; null as a rule.</summary>
    public string? Problem { get; init; }

    /// <summary>How many of the course's exercises are solved.</summary>
    public int Solved { get; init; }

    /// <summary>When one of them was last solved for the first time, in UTC; null where none is.</summary>
    public DateTimeOffset? LastSolved { get; init; }

    /// <summary>The first exercise that is not solved; null where all are.</summary>
    public NextExercise? Next { get; init; }

    public IReadOnlyList<LessonProgress> Lessons { get; init; } = [];

    internal static PersonProgress Of(string name, Course course, IReadOnlyList<SolvedExercise> exercises)
    {
        var solved = exercises
            .Where(one => one.Collection == course.Collection)
            .ToLookup(one => (one.Lesson, one.Exercise), one => one.Solved);
        var all = course
            .Lessons.SelectMany(lesson => lesson.Exercises.Select(exercise => (lesson.Name, exercise)))
            .ToList();
        var open = all.Where(exercise => !solved.Contains(exercise)).ToList();
        return new PersonProgress
        {
            Name = name,
            Solved = all.Count - open.Count,
            LastSolved = all.SelectMany(exercise => solved[exercise]).Select(at => (DateTimeOffset?)at).Max(),
            Next = open is [var (lesson, exercise), ..] ? new NextExercise(lesson, exercise) : null,
            Lessons =
            [
                .. course.Lessons.Select(lesson => new LessonProgress(
                    lesson.Name,
                    lesson.Exercises.Count(exercise => solved.Contains((lesson.Name, exercise))),
                    lesson.Exercises.Count
                )),
            ],
        };
    }
}

/// <summary>The exercise to go on with.</summary>
internal sealed record NextExercise(string Lesson, string Exercise);

/// <summary>How many exercises of a lesson are solved.</summary>
internal sealed record LessonProgress(string Lesson, int Solved, int Exercises);

/// <summary>Serialization of what the command reports.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    WriteIndented = true,
    NewLine = "\n"
)]
[JsonSerializable(typeof(ProgressReport))]
internal sealed partial class ProgressReportJson : JsonSerializerContext;
