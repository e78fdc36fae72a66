namespace ClientAuth.Lab.Exercises;

/// <summary>What a learner is told of an exception in their code.</summary>
internal static class ThrownCode
{
    // A null answer is noticed by the first rule that looks at it, so it cannot be told from one inside the answer's code.
    public static string Hint(Exception thrown) =>
        thrown is NullReferenceException or ArgumentNullException
            ? "Something is null: the answer itself, or a value that its code uses."
            : $"The code threw {thrown.GetType().Name}: {thrown.Message.ReplaceLineEndings(" ")}";
}
