namespace ClientAuth.Lab.Exercises;

/// <summary>What an exercise needs from outside: its name, who records that it is solved, and the clock.</summary>
/// <param name="name">The exercise's name, under which a learner's progress is recorded.</param>
/// <param name="onSolved">
/// Told the name of an exercise that a learner has solved. Its answer is what they are told of their progress, or null.
/// </param>
/// <param name="machineClock">Tells when an answer that does not end is given up; the system's where it is left out.</param>
public sealed class ExerciseContext(
    string name,
    Func<string, CancellationToken, Task<string?>>? onSolved = null,
    TimeProvider? machineClock = null
)
{
    public string Name => name;

    public TimeProvider MachineClock { get; } = machineClock ?? TimeProvider.System;

    /// <summary>Takes note of what came of a learner's answer.</summary>
    internal async Task<ExerciseResult> NoteAsync(ExerciseResult result, CancellationToken cancellationToken) =>
        result.IsSolved && onSolved is not null
            ? result with
            {
                Progress = await onSolved(name, cancellationToken),
            }
            : result;
}
