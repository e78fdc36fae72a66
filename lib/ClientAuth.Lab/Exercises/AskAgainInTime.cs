using ClientAuth.Client;
using ClientAuth.MockServer.Faults;

namespace ClientAuth.Lab.Exercises;

/// <summary>Lesson 10: asking again after a lost response, for as long as somebody waits.</summary>
public sealed partial class LessonExercises
{
    // Waits that begin with 50 ms and double ask four times in 600 ms, and waits of 50 ms nine times.
    private const int MostRequests = 8;

    private const string SayIt = "Who gets null does not know why. Let the exception go on to the caller.";

    private static readonly TimeSpan ShortPatience = TimeSpan.FromMilliseconds(600);

    /// <summary>From a client and the patience of who waits to what the server said in the end.</summary>
    public Exercise<Func<TokenClient, Patience, Task<TokenOutcome>>> AskAgainInTime =>
        new(
            this,
            "Asking again, in time",
            isUntouched: RequestTrial.IsEmpty,
            [
                new(
                    "When the first request gets a token, the code returns it and sends no second request.",
                    "Return the outcome of client.RequestTokenAsync as soon as there is one.",
                    async (ask, cancellationToken) =>
                        TrialEnded(
                            await RequestTrial.OfAsync(ask, cancellationToken),
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
                            await RequestTrial.OfStrangerAsync(ask, cancellationToken),
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
                    async (ask, cancellationToken) =>
                        TrialEnded(
                            await RequestTrial.OfALostResponseAsync(ask, cancellationToken),
                            "more than 1 request",
                            trial => trial.Requests.Count > 1
                        )
                )
                {
                    WrongAnswers = [new("asking once", (client, _) => client.RequestTokenAsync("read"))],
                },
                new(
                    "Each request has a jti of its own.",
                    "The server remembers the first jti, although its response was lost. RequestTokenAsync builds a new assertion each time; Prepare builds one.",
                    async (ask, cancellationToken) =>
                        TrialEnded(
                            await RequestTrial.OfALostResponseAsync(ask, cancellationToken),
                            "as many jti as requests",
                            trial => trial.HasEachJtiOnce
                        )
                )
                {
                    WrongAnswers =
                    [
                        new(
                            "the same assertion again",
                            async (client, patience) =>
                            {
                                var request = client.Prepare("read");
                                return await Asking.AgainAsync(token => client.SendAsync(request, token), patience, 50);
                            }
                        ),
                    ],
                },
                new(
                    "After a lost response the code returns the token of a later request.",
                    "Return the outcome of the first request that gets a response.",
                    async (ask, cancellationToken) =>
                        TrialEnded(
                            await RequestTrial.OfALostResponseAsync(ask, cancellationToken),
                            "in the end a token",
                            trial => trial.Outcome is TokenOutcome.Issued
                        )
                )
                {
                    WrongAnswers = [new("asking again and dropping the outcome", Asking.AgainForNothingAsync)],
                },
                new(
                    "When the server never answers, the code ends with an exception as soon as the patience is over.",
                    "Give each request patience.Token, and wait with patience.WaitAsync: both end when the patience is over.",
                    async (ask, cancellationToken) =>
                    {
                        var trial = await RequestTrial.OfTroubleAsync(
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
                        new("asking without end", (client, _) => Asking.WithoutEndAsync(client)),
                        new("giving up without a word", Asking.GivingUpSilentlyAsync) { Hint = SayIt },
                    ],
                },
                new(
                    $"A server that breaks every connection is asked at most {MostRequests} times in 600 ms.",
                    "Wait before you ask again, with patience.WaitAsync, each time longer: many clients lose their connection at the same moment.",
                    async (ask, cancellationToken) =>
                        TrialEnded(
                            await RequestTrial.OfTroubleAsync(ask, new Fault.Reset(), ShortPatience, cancellationToken),
                            $"at most {RequestTrial.Count(MostRequests)}",
                            trial => trial is { IsInTime: true, Requests.Count: <= MostRequests }
                        )
                )
                {
                    MoreHints = ["Begin with 50 ms, and double the wait each time."],
                    WrongAnswers =
                    [
                        new(
                            "asking again at once",
                            (client, patience) =>
                                Asking.AgainAsync(token => client.RequestTokenAsync("read", token), patience, 1)
                        ),
                        new(
                            "waits that do not grow",
                            (client, patience) =>
                                Asking.AgainAsync(token => client.RequestTokenAsync("read", token), patience, 50)
                        ),
                    ],
                },
            ],
            "that a client cannot know what the server did when a response is lost, and needs a new assertion to ask again"
        );

    private static RuleFinding TrialEnded(
        RequestTrial trial,
        string expected,
        Predicate<RequestTrial> isRight,
        string? hint = null
    ) => isRight(trial) ? RuleFinding.Kept : RuleFinding.Broken(expected, trial.Summary, hint);
}
