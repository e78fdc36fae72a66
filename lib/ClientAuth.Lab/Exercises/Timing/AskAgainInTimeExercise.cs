using ClientAuth.Client;
using ClientAuth.MockServer.Faults;

namespace ClientAuth.Lab.Exercises.Timing;

/// <summary>Lesson 10: asking again after a lost response, for as long as somebody waits.</summary>
internal static partial class AskAgainInTimeExercise
{
    // Waits that begin with 50 ms and double ask four times in 600 ms, and waits of 50 ms nine times.
    private const int MostRequests = 8;

    /// <summary>From a client and the patience of who waits to what the server said in the end.</summary>
    public static Exercise<Func<TokenClient, Patience, Task<TokenOutcome>>> Create(ExerciseContext context)
    {
        var trials = new RequestTrials(context.MachineClock);
        return new(
            context,
            "Asking again, in time",
            isUntouched: RequestTrials.IsEmpty,
            [
                new(
                    "When the first request gets a token, the code returns it and sends no second request.",
                    "Return the outcome of client.RequestTokenAsync as soon as there is one.",
                    async (ask, cancellationToken) =>
                        TrialEnded(
                            await trials.OfAsync(ask, cancellationToken),
                            "1 request, and in the end a token",
                            trial => trial is { Outcome: TokenOutcome.Issued, Requests.Count: 1 }
                        )
                )
                {
                    WrongAnswers =
                    [
                        new(
                            "asking twice to be sure",
                            async (client, _) =>
                            {
                                await client.RequestTokenAsync("read");
                                return await client.RequestTokenAsync("read");
                            }
                        ),
                        new("an answer without a request", (_, _) => Task.FromResult<TokenOutcome>(null!)),
                    ],
                },
                new(
                    "When the server refuses, the code returns the refusal and sends no second request.",
                    "A refusal is an outcome, not an exception. The server would refuse the same client again. Ask again after an exception only.",
                    async (ask, cancellationToken) =>
                        TrialEnded(
                            await trials.OfStrangerAsync(ask, cancellationToken),
                            "1 request, and in the end a refusal",
                            trial => trial is { Outcome: TokenOutcome.Refused, Requests.Count: 1 }
                        )
                )
                {
                    WrongAnswers =
                    [
                        new(
                            "asking a server again that has refused",
                            async (client, _) =>
                            {
                                var first = await client.RequestTokenAsync("read");
                                return first is TokenOutcome.Issued ? first : await client.RequestTokenAsync("read");
                            }
                        ),
                    ],
                },
                new(
                    "After a lost response the client asks again.",
                    "Here the server issues a token, but the connection breaks before the response arrives. Catch AuthorizationServerException and ask again.",
                    AfterLostResponses(trials, 1, "more than 1 request", trial => trial.Requests.Count > 1)
                )
                {
                    WrongAnswers = [new("asking once", (client, _) => client.RequestTokenAsync("read"))],
                },
                new(
                    "Each request has a jti of its own.",
                    "The server remembers the first jti, although its response was lost. RequestTokenAsync builds a new assertion each time; Prepare builds one.",
                    AfterLostResponses(trials, 1, "as many jti as requests", trial => trial.HasEachJtiOnce)
                )
                {
                    WrongAnswers =
                    [
                        new(
                            "the same assertion again",
                            async (client, patience) =>
                            {
                                var request = client.Prepare("read");
                                return await RetryMistakes.AgainAsync(
                                    () => client.SendAsync(request, patience.Token),
                                    _ => patience.WaitAsync(FirstWait)
                                );
                            }
                        ),
                    ],
                },
                new(
                    "After a lost response the code returns the token of a later request.",
                    "Return the outcome of the first request that gets a response.",
                    AfterLostResponses(trials, 1, "in the end a token", trial => trial.Outcome is TokenOutcome.Issued)
                )
                {
                    WrongAnswers = [new("asking again and dropping the outcome", RetryMistakes.AgainForNothingAsync)],
                },
                new(
                    "After two lost responses in a row the client asks a third time.",
                    "One catch around one request asks once more. While patience is left, ask again: use a loop.",
                    AfterLostResponses(trials, 2, "more than 2 requests", trial => trial.Requests.Count > 2)
                )
                {
                    WrongAnswers = [new("asking once more, without a loop", RetryMistakes.OnceMoreAsync)],
                },
                new(
                    "When the server never answers, the code ends with an exception as soon as the patience is over.",
                    "Give each request patience.Token, and wait with patience.WaitAsync: both end when the patience is over.",
                    async (ask, cancellationToken) =>
                    {
                        var trial = await trials.OfTroubleAsync(
                            ask,
                            new Fault.Late(),
                            ShortPatience,
                            cancellationToken
                        );
                        return TrialEnded(
                            trial,
                            "an exception, and no request when the patience was over",
                            one =>
                                one
                                    is {
                                        IsInTime: true,
                                        Error: AuthorizationServerException or OperationCanceledException
                                    },
                            trial.SaysNothing ? SayIt : null
                        );
                    }
                )
                {
                    MoreHints =
                    [
                        "patience.WaitAsync throws when nothing is left. Whoever catches that, or does not wait, asks on.",
                    ],
                    WrongAnswers =
                    [
                        new(
                            "asking without end",
                            (client, _) =>
                                RetryMistakes.AgainAsync(
                                    () => client.RequestTokenAsync("read"),
                                    _ => Task.CompletedTask
                                )
                        ),
                        new("giving up without a word", RetryMistakes.GivingUpSilentlyAsync) { Hint = SayIt },
                    ],
                },
                new(
                    $"A server that breaks every connection is asked at most {MostRequests} times in 600 ms.",
                    "Wait before you ask again, with patience.WaitAsync, each time longer: many clients lose their connection at the same moment.",
                    async (ask, cancellationToken) =>
                        TrialEnded(
                            await trials.OfTroubleAsync(ask, new Fault.Reset(), ShortPatience, cancellationToken),
                            $"at most {RequestTrial.Count(MostRequests)}",
                            trial => trial is { IsInTime: true, Requests.Count: <= MostRequests }
                        )
                )
                {
                    MoreHints = ["Begin with 50 ms, and double the wait each time."],
                    WrongAnswers =
                    [
                        new("asking again at once", RetryMistakes.WithWaits(_ => 1)),
                        new("a short wait, the same each time", RetryMistakes.WithWaits(_ => 50)),
                        new(
                            "Task.Delay in place of patience.WaitAsync",
                            (client, patience) =>
                                RetryMistakes.AgainAsync(
                                    () => client.RequestTokenAsync("read", patience.Token),
                                    waits => Task.Delay(FirstWait * Math.Pow(2, waits), context.MachineClock)
                                )
                        )
                        {
                            Hint = WaitHere,
                        },
                    ],
                },
                new(
                    "Each wait is longer than the one before.",
                    "Double the wait each time, for example.",
                    async (ask, cancellationToken) =>
                    {
                        var trial = await trials.OfLostResponsesAsync(ask, 3, cancellationToken);
                        return trial.IsStuck || trial.HasGrowingWaits
                            ? TrialEnded(trial, GrowingWaits, _ => true)
                            : RuleFinding.Broken(GrowingWaits, trial.WaitsInWords);
                    }
                )
                {
                    WrongAnswers =
                    [
                        new("a long wait, the same each time", RetryMistakes.WithWaits(_ => 100)),
                        new("waits that shrink", RetryMistakes.WithWaits(waits => 100 / Math.Pow(1.1, waits))),
                        new("waits that grow only once", RetryMistakes.WithWaits(waits => waits == 0 ? 50 : 100)),
                    ],
                },
                new(
                    "A request that still runs when the patience is over is given up.",
                    "Give each request patience.Token, which tells it that nobody waits any more.",
                    async (ask, cancellationToken) =>
                        await trials.EndsRequestWithPatienceAsync(ask, cancellationToken)
                            ? RuleFinding.Kept
                            : RuleFinding.Broken(
                                "a request that ends with the patience",
                                "a request that ran on until its own deadline"
                            )
                )
                {
                    WrongAnswers =
                    [
                        new(
                            "requests that are not told of the patience",
                            (client, patience) =>
                                RetryMistakes.AgainAsync(
                                    () => client.RequestTokenAsync("read"),
                                    waits => patience.WaitAsync(FirstWait * Math.Pow(2, waits))
                                )
                        ),
                    ],
                },
            ],
            "that a client cannot know what the server did when a response is lost, and needs a new assertion to ask again"
        );
    }
}
