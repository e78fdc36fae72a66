namespace ClientAuth.Lab.Exercises;

/// <summary>An exercise, whatever its answers are.</summary>
public interface IExercise
{
    /// <summary>Its name among the exercises of the lessons, under which progress is recorded.</summary>
    string Name { get; }

    /// <summary>The task in a few words.</summary>
    string Title { get; }

    /// <summary>What must hold for a right answer, in the order in which it is looked at.</summary>
    IReadOnlyList<string> Rules { get; }

    /// <summary>Judges an answer of whatever type.</summary>
    Task<ExerciseResult> JudgeAsync(object? answer, CancellationToken cancellationToken = default);

    /// <summary>The mistakes that a rule is there to notice, in a few words each.</summary>
    IReadOnlyList<string> MistakesAgainst(string rule);

    /// <summary>Judges the answer of somebody who makes that mistake against that rule.</summary>
    /// <returns>What came of it, and the hint that it should get.</returns>
    Task<(ExerciseResult Result, string Hint)> TryMistakeAsync(
        string rule,
        string mistake,
        CancellationToken cancellationToken
    );
}
