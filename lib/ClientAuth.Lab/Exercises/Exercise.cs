using ClientAuth.Visuals;

namespace ClientAuth.Lab.Exercises;

/// <summary>
/// A task of a lesson and what makes an answer right. An answer is judged by its rules in order, the first broken one is
/// reported with a hint; so a known wrong answer names the rule that it breaks, not just that it is wrong.
/// </summary>
/// <typeparam name="TAnswer">What the learner writes, usually a delegate.</typeparam>
/// <param name="title">The task in a few words.</param>
/// <param name="isUntouched">Whether the answer is still the stub.</param>
/// <param name="rules">From the most specific mistake to the server's own verdict.</param>
/// <param name="praise">What the learner has just shown.</param>
public sealed class Exercise<TAnswer>(
    string title,
    Func<TAnswer, bool> isUntouched,
    IReadOnlyList<ExerciseRule<TAnswer>> rules,
    string praise
)
{
    public string Title => title;

    public IReadOnlyList<ExerciseRule<TAnswer>> Rules => rules;

    /// <summary>Judges an answer and shows what came of it.</summary>
    public async Task<FactsView> CheckAsync(TAnswer answer, CancellationToken cancellationToken = default) =>
        (await JudgeAsync(answer, cancellationToken)).View();

    /// <summary>Judges an answer. An exception in the learner's code is a broken rule, not a crash.</summary>
    public async Task<ExerciseResult> JudgeAsync(TAnswer answer, CancellationToken cancellationToken = default)
    {
        try
        {
            if (isUntouched(answer))
            {
                return new ExerciseResult.NotDoneYet(title);
            }

            for (var number = 0; number < rules.Count; number++)
            {
                if (!await rules[number].Holds(answer, cancellationToken))
                {
                    return new ExerciseResult.Broken(
                        title,
                        number,
                        rules.Count,
                        rules[number].Rule,
                        rules[number].Hint
                    );
                }
            }
        }
        catch (NotImplementedException)
        {
            // What an editor writes into a method that it makes: the learner's stub, not a mistake.
            return new ExerciseResult.NotDoneYet(title);
        }
        catch (Exception thrown) when (thrown is not OperationCanceledException)
        {
            return new ExerciseResult.Broken(
                title,
                RulesKept: 0,
                rules.Count,
                "The code runs without an exception, and its answer is not null.",
                Hint(thrown)
            );
        }

        return new ExerciseResult.Solved(title, rules.Count, praise);
    }

    // A null answer is noticed by the first rule that looks at it, so it cannot be told from one inside the answer's code.
    private static string Hint(Exception thrown) =>
        thrown is NullReferenceException or ArgumentNullException
            ? "Something is null: the answer itself, or a value that its code uses."
            : $"It threw {thrown.GetType().Name}: {thrown.Message}";
}
