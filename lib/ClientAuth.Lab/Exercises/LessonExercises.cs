namespace ClientAuth.Lab.Exercises;

/// <summary>The exercises of the lessons. Each is a part of this class in a file of its own, named after it.</summary>
/// <param name="onSolved">
/// Told the name of each exercise that a learner has solved. Its answer is what they are told of their progress, or null.
/// </param>
public sealed partial class LessonExercises(Func<string, CancellationToken, Task<string?>>? onSolved = null)
{
    /// <summary>Takes note of what came of a learner's answer.</summary>
    internal async Task<ExerciseResult> NoteAsync(
        string exercise,
        ExerciseResult result,
        CancellationToken cancellationToken
    ) =>
        result.IsSolved && onSolved is not null
            ? result with
            {
                Progress = await onSolved(exercise, cancellationToken),
            }
            : result;
}
