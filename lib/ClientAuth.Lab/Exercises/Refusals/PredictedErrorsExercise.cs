using ClientAuth.Protocol;

namespace ClientAuth.Lab.Exercises.Refusals;

/// <summary>Lesson 00: predicts for five requests whether the server issues a token, and otherwise the error code.</summary>
internal static class PredictedErrorsExercise
{
    /// <summary>From the name of a request to <c>token</c> or an error code.</summary>
    public static Exercise<IReadOnlyDictionary<string, string>> Create(ExerciseContext context)
    {
        var requests = new FirstRequests();
        return new(
            context,
            "The predicted errors",
            isUntouched: answer => answer.Values.All(string.IsNullOrEmpty),
            [
                new(
                    "Each of the five requests has an answer: \"token\", or an error code of this lesson.",
                    $"Use {string.Join(", ", FirstRequests.Ends)}.",
                    FirstRequests.KnowsEach
                )
                {
                    WrongAnswers =
                    [
                        new("one request without an answer", FirstRequests.Answer(("too-much", "")))
                        {
                            Hint = "too-much has no answer yet.",
                        },
                        new("a request that there is not", FirstRequests.Answer(("too-many", "invalid_scope")))
                        {
                            Hint = $"too-many is not asked for, but {string.Join(", ", FirstRequests.Names)}.",
                        },
                        new("a status in place of the code", FirstRequests.Answer(("own-secret", "200"))),
                        new("quotes around the word", FirstRequests.Answer(("own-secret", "\"token\"")))
                        {
                            Hint = "Write the answer alone, without quotes or backticks around it.",
                        },
                        new("the check in place of the code", FirstRequests.Answer(("too-much", "scope.allowed")))
                        {
                            Hint = FirstRequests.IsCheck,
                        },
                    ],
                },
                requests.Agrees(
                    "A request with nothing wrong gets a token.",
                    "One of those that you refuse has a registered client, its own credential, and asks for what the client may have.",
                    end => end == FirstRequests.Token,
                    [new("the right request refused", FirstRequests.Answer(("own-secret", "invalid_scope")))]
                ),
                requests.Refuses(
                    "A request with something wrong gets none.",
                    "One of those that you let pass has a wrong credential, none where one is needed, or asks for a scope too many. A server does not grant a part of it.",
                    [
                        new("a part of the scope granted", FirstRequests.Answer(("too-much", "token"))),
                        new("any well-formed signature believed", FirstRequests.Answer(("new-key", "token"))),
                    ]
                ),
                requests.Agrees(
                    "A client that must prove who it is, and does not, gets invalid_client.",
                    "Whose credential is it, and which client does the request name? As long as that does not fit, the server looks at nothing else. (A public client need not prove anything: it fails later, at what it may do.)",
                    end => end == OAuthErrors.InvalidClient,
                    [
                        new(
                            "an unknown client told that the scope is wrong",
                            FirstRequests.Answer(("borrowed", "invalid_scope"))
                        ),
                        new(
                            "a wrong key taken for a missing permission",
                            FirstRequests.Answer(("new-key", "unauthorized_client"))
                        ),
                    ],
                    "The server knows no key but the registered one. And the stranger of this lesson had a secret that nobody has: what would have changed with one that somebody has?"
                ),
                requests.Agrees(
                    "What is wrong after that is told by the first check that fails.",
                    "Two things may be wrong with one request. Which of them does the server check first? The trace above has the order.",
                    _ => true,
                    [
                        new("the public client told of its scope", FirstRequests.Answer(("public", "invalid_scope"))),
                        new("a public client not authenticated", FirstRequests.Answer(("public", "invalid_client"))),
                        new("a scope taken for a grant", FirstRequests.Answer(("too-much", "unauthorized_client"))),
                    ],
                    "In this lesson a public client asked for a token of its own. What was it told?"
                ),
            ],
            "that an error code tells how far a request came, and that the server stops at the first thing wrong"
        );
    }
}
