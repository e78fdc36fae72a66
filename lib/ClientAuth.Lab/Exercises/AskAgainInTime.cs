using ClientAuth.Client;
using ClientAuth.MockServer.Faults;

namespace ClientAuth.Lab.Exercises;

/// <summary>Lesson 10: asking again after a lost response, for as long as somebody waits.</summary>
public sealed partial class LessonExercises
{
    // Waits that begin with 50 ms and double ask four times in 600 ms, and waits of 50 ms nine times.
    private const int MostRequests = 8;

    private static readonly TimeSpan ShortPatience = TimeSpan.FromMilliseconds(600);

    /// <summary>From a client and the patience of who waits to what the server said in the end.</summary>
    public Exercise<Func<TokenClient, Patience, Task<TokenOutcome>>> AskAgainInTime =>
        new(
            this,
            "Asking again, in time",
            isUntouched: RequestTrial.IsEmpty,
            [
                new(
                    "A token that comes is taken, and asked for once.",
                    "Return what the client returns.",
                    async (ask, cancellationToken) =>
                        await RequestTrial.OfAsync(ask, cancellationToken)
                            is { Outcome: TokenOutcome.Issued, Requests.Count: 1 }
                ),
                new(
                    "A refusal is an answer: it is returned, and not asked for again.",
                    "Only an exception says that there was no answer. A refused client is refused the next time, too.",
                    async (ask, cancellationToken) =>
                        await RequestTrial.OfStrangerAsync(ask, cancellationToken)
                            is { Outcome: TokenOutcome.Refused, Requests.Count: 1 }
                ),
                new(
                    "After a lost response the client asks again.",
                    "Here the server issues a token, and the connection breaks. Catch AuthorizationServerException.",
                    async (ask, cancellationToken) =>
                        (await RequestTrial.OfALostResponseAsync(ask, cancellationToken)).Requests.Count > 1
                ),
                new(
                    "Each request has a jti of its own.",
                    "The server remembers the first jti, although its response was lost. RequestTokenAsync builds a new assertion each time; Prepare builds one.",
                    async (ask, cancellationToken) =>
                        (await RequestTrial.OfALostResponseAsync(ask, cancellationToken)).HasEachJtiOnce
                ),
                new(
                    "It ends with the token.",
                    "Return the outcome of the request that was answered.",
                    async (ask, cancellationToken) =>
                        (await RequestTrial.OfALostResponseAsync(ask, cancellationToken)).Outcome is TokenOutcome.Issued
                ),
                new(
                    "Where the server never answers, it ends with an exception when the patience is over.",
                    "Give each request patience.Token, and wait with patience.WaitAsync: both end when the patience is over.",
                    async (ask, cancellationToken) =>
                        await RequestTrial.OfTroubleAsync(ask, new Fault.Late(), ShortPatience, cancellationToken)
                            is { IsInTime: true, Error: AuthorizationServerException or OperationCanceledException }
                ),
                new(
                    $"A server that breaks every connection is asked at most {MostRequests} times in 600 ms.",
                    "Wait before you ask again, with patience.WaitAsync, each time longer: many clients lose their connection at the same moment.",
                    async (ask, cancellationToken) =>
                        await RequestTrial.OfTroubleAsync(ask, new Fault.Reset(), ShortPatience, cancellationToken)
                            is { IsInTime: true, Requests.Count: <= MostRequests }
                ),
            ],
            "that a lost response leaves open what the server did, and that only a new assertion asks again"
        );
}
