namespace ClientAuth.Lab.Exercises;

/// <summary>What a learner is told whose answer is not of the type that the stub has.</summary>
internal static class AnswerOfAnotherType
{
    /// <param name="title">The exercise.</param>
    /// <param name="ruleCount">How many rules it has; none of them can be looked at.</param>
    /// <param name="expected">The stub's type.</param>
    /// <param name="answer">What was given.</param>
    public static ExerciseResult.Broken Judge(string title, int ruleCount, Type expected, object? answer)
    {
        var type = TypeInCSharp.Of(expected);
        return new(
            title,
            [],
            ruleCount,
            "The answer has the type that the stub has.",
            [$"Write {type} before the variable's name again, as the stub has it. Only what follows the = is yours."]
        )
        {
            Expected = type,
            Seen = answer is null ? "null" : TypeInCSharp.Of(answer.GetType()),
        };
    }
}
