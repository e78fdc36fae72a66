namespace ClientAuth.Lab.Exercises;

/// <summary>
/// The rules for an answer that a learner mends from the server's log. Its requests are sent once for all rules: the server stops at
/// the first mistake, so each rule looks at the checks that are its own, and the rules stand in the server's order.
/// </summary>
/// <param name="send">Sends the requests of an answer, the plain one first, and alone where it is refused.</param>
internal sealed class MendingRules<TAnswer>(Func<TAnswer, CancellationToken, Task<IReadOnlyList<SentRequest>>> send)
    where TAnswer : class
{
    private readonly TriedOnce<TAnswer, IReadOnlyList<SentRequest>> _sent = new(send);

    /// <summary>The first request is stopped at none of some checks.</summary>
    public ExerciseRule<TAnswer> Passes(
        string rule,
        string hint,
        IReadOnlyList<string> checks,
        IReadOnlyList<WrongAnswer<TAnswer>> wrong,
        params IReadOnlyList<string> moreHints
    ) =>
        new(
            rule,
            hint,
            async (answer, cancellationToken) =>
            {
                var first = (await _sent.OfAsync(answer, cancellationToken))[0];
                return first.Failure is { } failure && checks.Contains(failure.Check)
                    ? first.Found()
                    : RuleFinding.Kept;
            }
        )
        {
            WrongAnswers = wrong,
            MoreHints = moreHints,
        };

    /// <summary>Each of some requests gets a token.</summary>
    public ExerciseRule<TAnswer> Accepted(
        string rule,
        string hint,
        Range requests,
        IReadOnlyList<WrongAnswer<TAnswer>> wrong,
        params IReadOnlyList<string> moreHints
    ) =>
        new(
            rule,
            hint,
            async (answer, cancellationToken) =>
                (await _sent.OfAsync(answer, cancellationToken))
                    .Take(requests)
                    .Select(request => request.Found())
                    .FirstOrDefault(found => !found.Holds)
                ?? RuleFinding.Kept
        )
        {
            WrongAnswers = wrong,
            MoreHints = moreHints,
        };
}
