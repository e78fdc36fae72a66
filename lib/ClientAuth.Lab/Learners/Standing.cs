namespace ClientAuth.Lab.Learners;

/// <summary>How far a learner got in a course.</summary>
internal sealed class Standing(Course course, IReadOnlyList<SolvedExercise> solved)
{
    /// <summary>How many exercises of the course are solved.</summary>
    public int Solved => course.Exercises.Count(IsSolved);

    /// <summary>How many there are.</summary>
    public int Count => course.Exercises.Count;

    /// <summary>The first that is not solved, in the order of the path; null where all are.</summary>
    public CourseExercise? Next => course.Exercises.FirstOrDefault(exercise => !IsSolved(exercise));

    /// <summary>The exercises lesson by lesson, and whether each is solved.</summary>
    public IEnumerable<(string Lesson, IReadOnlyList<bool> IsSolved)> Lessons =>
        course
            .Exercises.GroupBy(exercise => exercise.Lesson)
            .Select(lesson => (lesson.Key, (IReadOnlyList<bool>)[.. lesson.Select(IsSolved)]));

    private bool IsSolved(CourseExercise exercise) =>
        solved.Any(one =>
            (one.Collection, one.Lesson, one.Exercise) == (course.Collection, exercise.Lesson, exercise.Cell)
        );
}
