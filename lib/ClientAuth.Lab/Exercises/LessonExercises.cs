namespace ClientAuth.Lab.Exercises;

/// <summary>The exercises of the lessons. Each is a part of this class in a file of its own, named after it.</summary>
/// <param name="onSolved">
/// Told the name of each exercise that a learner has solved. Its answer is what they are told of their progress, or null.
/// </param>
/// <param name="machineClock">Tells when an answer that does not end is given up; the system's where it is left out.</param>
public sealed partial class LessonExercises(
    Func<string, CancellationToken, Task<string?>>? onSolved = null,
    TimeProvider? machineClock = null
)
{
    private readonly TimeProvider _machineClock = machineClock ?? TimeProvider.System;

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
