namespace ClientAuth.Lab.Exercises;

/// <summary>The exercises of the lessons. Each is a part of this class in a file of its own, named after it.</summary>
/// <param name="onSolved">Told the name of each exercise that a learner has solved.</param>
public sealed partial class LessonExercises(Action<string>? onSolved = null)
{
    /// <summary>Takes note of what came of a learner's answer.</summary>
    internal ExerciseResult Note(string exercise, ExerciseResult result)
    {
        if (result.IsSolved)
        {
            onSolved?.Invoke(exercise);
        }

        return result;
    }
}
