using ClientAuth.Client;

namespace ClientAuth.Lab.Exercises.Timing;

/// <summary>What the rules of lesson 10's second exercise find in a trial.</summary>
internal static partial class AskAgainInTimeExercise
{
    private const string GrowingWaits = "growing waits";

    private const string WaitHere = "Task.Delay waits in real time. Here the patience passes in patience.WaitAsync.";

    private const string SayIt = "Who gets null does not know why. Let the exception go on to the caller.";

    private static readonly TimeSpan ShortPatience = TimeSpan.FromMilliseconds(600);

    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(50);

    private static Func<
        Func<TokenClient, Patience, Task<TokenOutcome>>,
        CancellationToken,
        Task<RuleFinding>
    > AfterLostResponses(RequestTrials trials, int lost, string expected, Predicate<RequestTrial> isRight) =>
        async (ask, cancellationToken) =>
            TrialEnded(await trials.OfLostResponsesAsync(ask, lost, cancellationToken), expected, isRight);

    private static RuleFinding TrialEnded(
        RequestTrial trial,
        string expected,
        Predicate<RequestTrial> isRight,
        string? hint = null
    ) =>
        trial.IsStuck ? RuleFinding.Broken(expected, trial.Summary, WaitHere)
        : isRight(trial) ? RuleFinding.Kept
        : RuleFinding.Broken(expected, trial.Summary, hint);
}
