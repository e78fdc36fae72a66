using ClientAuth.Protocol.Recording;

namespace ClientAuth.Lab.Exercises;

/// <summary>
/// Rules that a learner's request keeps by passing checks of the server. One request serves all of them: the server stops at the first
/// check that fails, and the rules stand in its order.
/// </summary>
/// <param name="send">Sends the request that an answer makes.</param>
internal sealed class RulesOfOneRequest<TAnswer>(Func<TAnswer, CancellationToken, Task<RecordedExchange>> send)
    where TAnswer : notnull
{
    private readonly Dictionary<TAnswer, Task<RecordedExchange>> _sent = [];

    /// <summary>A rule that is broken where one of these checks fails; the log's line of it is shown.</summary>
    public ExerciseRule<TAnswer> Passes(
        string rule,
        string hint,
        IReadOnlyList<string> checks,
        IReadOnlyList<string> moreHints,
        params IReadOnlyList<WrongAnswer<TAnswer>> wrong
    ) => Rule(rule, hint, checks.Contains, moreHints, wrong);

    /// <summary>The rule that is broken by whatever else fails.</summary>
    public ExerciseRule<TAnswer> PassesAll(
        string rule,
        string hint,
        params IReadOnlyList<WrongAnswer<TAnswer>> wrong
    ) => Rule(rule, hint, _ => true, [], wrong);

    /// <summary>What the server saw of an answer's request, which is sent once.</summary>
    public Task<RecordedExchange> OfAsync(TAnswer answer, CancellationToken cancellationToken) =>
        _sent.TryGetValue(answer, out var sent) ? sent : _sent[answer] = send(answer, cancellationToken);

    private ExerciseRule<TAnswer> Rule(
        string rule,
        string hint,
        Func<string, bool> isAbout,
        IReadOnlyList<string> moreHints,
        IReadOnlyList<WrongAnswer<TAnswer>> wrong
    ) =>
        new(
            rule,
            hint,
            async (answer, cancellationToken) =>
                (await OfAsync(answer, cancellationToken)).Trace.Failure is { } failure && isAbout(failure.Check)
                    ? FindingOf(failure)
                    : RuleFinding.Kept
        )
        {
            MoreHints = moreHints,
            WrongAnswers = wrong,
        };

    /// <summary>What the server's log says of a check that failed.</summary>
    public static RuleFinding FindingOf(Decision failure) =>
        RuleFinding.Broken(failure.Expected, $"{failure.Seen} ({failure.Check})");
}
