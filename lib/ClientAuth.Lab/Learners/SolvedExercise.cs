namespace ClientAuth.Lab.Learners;

/// <summary>An exercise that a learner has solved.</summary>
internal sealed record SolvedExercise
{
    /// <summary>The collection of notebooks, so that one file serves several.</summary>
    public required string Collection { get; init; }

    /// <summary>The notebook's file name without extension.</summary>
    public required string Lesson { get; init; }

    /// <summary>The id of the exercise's cell.</summary>
    public required string Exercise { get; init; }

    /// <summary>When it was solved for the first time, in UTC.</summary>
    public required DateTimeOffset Solved { get; init; }

    /// <summary>Whether it is the same exercise, whenever it was solved.</summary>
    public bool IsSameAs(SolvedExercise other) =>
        (Collection, Lesson, Exercise) == (other.Collection, other.Lesson, other.Exercise);
}
