namespace ClientAuth.Lab.Exercises;

/// <summary>Reads a learner's predictions: one word for each thing that is asked for.</summary>
internal static class Prediction
{
    private static readonly char[] Quotes = ['"', '\'', '`'];

    /// <summary>What is said of one of them, without white space around it and in lower case; empty where nothing is.</summary>
    public static string Said<TKey>(this IReadOnlyDictionary<TKey, string> answer, TKey asked)
        where TKey : notnull => (answer.GetValueOrDefault(asked) ?? "").Trim().ToLowerInvariant();

    /// <summary>A word without the quotes or backticks that somebody has put around it.</summary>
    public static string Unquoted(string said) => said.Trim(Quotes);

    /// <summary>Whether each has a word of the kind that is wanted, and nothing else is answered.</summary>
    /// <param name="answer">The learner's.</param>
    /// <param name="asked">What is asked for.</param>
    /// <param name="isAnswer">Whether a word is of that kind.</param>
    /// <param name="expected">Which words are, in a few words.</param>
    public static RuleFinding Answers<TKey>(
        this IReadOnlyDictionary<TKey, string> answer,
        IReadOnlyList<TKey> asked,
        Predicate<string> isAnswer,
        string expected
    )
        where TKey : notnull
    {
        foreach (var other in answer.Keys.Except(asked))
        {
            return RuleFinding.Broken(
                $"answers for {string.Join(", ", asked)}",
                $"an answer for {other}",
                $"{other} is not asked for, but {string.Join(", ", asked)}."
            );
        }

        foreach (var one in asked.Where(one => IsQuoted(answer.Said(one)) || !isAnswer(answer.Said(one))))
        {
            var said = answer.Said(one);
            return RuleFinding.Broken(
                expected,
                $"{one}: {(said.Length == 0 ? "nothing" : said)}",
                said.Length == 0 ? $"{one} has no answer yet."
                    : isAnswer(Unquoted(said)) ? "Write the answer alone, without quotes or backticks around it."
                    : null
            );
        }

        return RuleFinding.Kept;
    }

    /// <summary>Whether what is said of each is right; what is said of the first that is not is shown.</summary>
    /// <param name="answer">The learner's.</param>
    /// <param name="asked">What is asked for.</param>
    /// <param name="isRight">Whether what is said of one is right.</param>
    /// <param name="hint">Better than the rule's own for one that is wrong, or null.</param>
    public static RuleFinding Agrees<TKey>(
        this IReadOnlyDictionary<TKey, string> answer,
        IEnumerable<TKey> asked,
        Predicate<TKey> isRight,
        Func<TKey, string?>? hint = null
    )
        where TKey : notnull
    {
        foreach (var wrong in asked.Where(one => !isRight(one)))
        {
            return new(Holds: false) { Seen = $"{wrong}: {answer.Said(wrong)}", Hint = hint?.Invoke(wrong) };
        }

        return RuleFinding.Kept;
    }

    // Not left to isAnswer, which may look at the form of a word only.
    private static bool IsQuoted(string said) => Unquoted(said).Length < said.Length;
}
