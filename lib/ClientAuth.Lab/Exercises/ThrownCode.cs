namespace ClientAuth.Lab.Exercises;

/// <summary>What a learner is told of an exception in their code.</summary>
internal static class ThrownCode
{
    /// <summary>Whether the answer is still to be written: what an editor writes into a method that it makes throws this.</summary>
    public static bool IsStub(Exception thrown) => thrown is NotImplementedException;

    /// <summary>Whether the exception is a mistake of the answer, and neither a stub nor the end of an interrupted check.</summary>
    public static bool IsMistake(Exception thrown) => !IsStub(thrown) && thrown is not OperationCanceledException;

    // A null answer is noticed by the first rule that looks at it, so it cannot be told from one inside the answer's code.
    public static string Hint(Exception thrown) =>
        thrown is NullReferenceException or ArgumentNullException
            ? "Something is null: the answer itself, or a value that its code uses."
            : $"The code threw {thrown.GetType().Name}: {thrown.Message.ReplaceLineEndings(" ")}";
}
