using ClientAuth.Lab.OwnServer.Mistakes;
using ClientAuth.Lab.OwnServer.Probing;
using ClientAuth.Lab.Testbeds;
using ClientAuth.Protocol;

namespace ClientAuth.Lab.Exercises.OwnServer;

/// <summary>Lesson 12: what a server answers to three of the frequent mistakes, before they are sent.</summary>
internal static class AnswersToMistakesExercise
{
    private const string Token = "token";
    private const int Audience = 6;
    private const int Encoded = 8;
    private const int Json = 14;

    private static readonly int[] MistakesAskedFor = [Audience, Encoded, Json];

    private static readonly string[] Answers =
    [
        Token,
        OAuthErrors.InvalidRequest,
        OAuthErrors.InvalidClient,
        OAuthErrors.InvalidGrant,
        OAuthErrors.UnauthorizedClient,
        OAuthErrors.UnsupportedGrantType,
        OAuthErrors.InvalidScope,
    ];

    /// <summary>From the number of a mistake to <c>token</c> or an error code.</summary>
    public static Exercise<IReadOnlyDictionary<int, string>> Create(ExerciseContext context)
    {
        // Asked once, by the first rule that wants to know.
        var answered = new Lazy<Task<IReadOnlyDictionary<int, string>>>(AskTheLabAsync);
        return new(
            context,
            "Three answers, predicted",
            isUntouched: predicted => predicted.Values.All(string.IsNullOrEmpty),
            [
                new(
                    "Mistakes 6, 8 and 14 have an answer each: token, or an error code of RFC 6749 §5.2.",
                    $"Use one of {string.Join(", ", Answers)}.",
                    predicted => predicted.Answers(MistakesAskedFor, Answers.Contains, "token or an error code alone")
                )
                {
                    WrongAnswers =
                    [
                        Answering("a status for a code", Audience, "401"),
                        Answering("a status before the code", Audience, "401 invalid_client"),
                        Answering("a name of one's own", Json, "unsupported_media_type"),
                        Answering("an answer left open", Encoded, "", "8 has no answer yet."),
                        new("two answers left out", new Dictionary<int, string> { [Audience] = "invalid_client" })
                        {
                            Hint = "8 has no answer yet.",
                        },
                        Answering(
                            "quotes around the word",
                            Encoded,
                            "\"token\"",
                            "Write the answer alone, without quotes or backticks around it."
                        ),
                        Answering("a mistake that is not asked for", 7, Token, "7 is not asked for, but 6, 8, 14."),
                    ],
                },
                Agrees(
                    Json,
                    "Mistake 14: the server reads forms, and finds no parameters in a JSON body.",
                    "Without parameters the server finds neither client nor grant. Which error code says that the request as a whole is malformed?",
                    "RFC 6749 §5.2 has a code for a request that lacks a required parameter or is malformed otherwise.",
                    Answering("a client that was not found", Json, "invalid_client"),
                    Answering("a grant that was not found", Json, "unsupported_grant_type"),
                    new("one code for all", MistakesAskedFor.ToDictionary(row => row, _ => "invalid_client"))
                ),
                Agrees(
                    Encoded,
                    "Mistake 8: the server decodes before it compares.",
                    "RFC 6749 §2.3.1 has the client form-encode identifier and secret. Which letter does a server get when it decodes %61?",
                    "After decoding, are identifier and secret still wrong?",
                    Answering("a comparison without decoding", Encoded, "invalid_client"),
                    Answering("a form that is not allowed", Encoded, "invalid_request")
                ),
                Agrees(
                    Audience,
                    "Mistake 6: an assertion for another audience does not authenticate the client here.",
                    "Key and signature are right. But which error code says that client authentication has failed?",
                    "The assertion is the client's credential. RFC 6749 §5.2 says which code a failed client authentication gets.",
                    Answering("the token endpoint taken for an audience", Audience, Token),
                    Answering("a malformed request", Audience, "invalid_request"),
                    Answering("the assertion taken for a grant", Audience, "invalid_grant")
                ),
            ],
            "that an error code tells which part of the request the server rejected"
        );

        ExerciseRule<IReadOnlyDictionary<int, string>> Agrees(
            int row,
            string rule,
            string hint,
            string moreHint,
            params IReadOnlyList<WrongAnswer<IReadOnlyDictionary<int, string>>> wrong
        ) =>
            new(
                rule,
                hint,
                async (predicted, _) =>
                {
                    var answers = await answered.Value;
                    return predicted.Agrees([row], one => predicted.Said(one) == answers[one]);
                }
            )
            {
                MoreHints = [moreHint],
                WrongAnswers = wrong,
            };
    }

    private static WrongAnswer<IReadOnlyDictionary<int, string>> Answering(
        string mistake,
        int row,
        string answer,
        string? hint = null
    ) =>
        new(
            mistake,
            new Dictionary<int, string>
            {
                [Audience] = OAuthErrors.InvalidClient,
                [Encoded] = Token,
                [Json] = OAuthErrors.InvalidRequest,
                [row] = answer,
            }
        )
        {
            Hint = hint,
        };

    private static async Task<IReadOnlyDictionary<int, string>> AskTheLabAsync()
    {
        await using var lab = await Testbed.StartAsync();
        using var server = ProbedServer.Of(lab);
        var answers = new Dictionary<int, string>();
        foreach (var mistake in CommonMistakes.Asked.Where(one => MistakesAskedFor.Contains(one.Row)))
        {
            var answer = await server.AskAsync(mistake.ClientOf(server.Clients)!, mistake.Make);
            answers[mistake.Row] = answer is ProbeResponse.Refused { Error: { } error } ? error : $"{answer}";
        }

        return answers;
    }
}
