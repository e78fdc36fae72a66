using ClientAuth.Lab.Gallery;
using ClientAuth.MockServer.Checks;

namespace ClientAuth.Lab.Exercises.Refusals;

/// <summary>Lesson 09: predicts for five requests which check of the server fails, if any.</summary>
internal static class PredictedChecksExercise
{
    private const string Accepted = FailureGallery.Accepted;
    private const string SlashCase = "J19.slash";
    private const string WhomItIsFor =
        "Client, key and signature of J19.slash are right. Which claim says whom the assertion is for?";

    // As the task lists them, in the server's order.
    private static readonly string[] ChecksInQuestion =
    [
        Rules.ClientKnown.Name,
        Rules.Alg.Name,
        Rules.Key.Name,
        Rules.Signature.Name,
        Rules.Iss.Name,
        Rules.Sub.Name,
        Rules.Aud.Name,
        Rules.Exp.Name,
        Rules.Lifetime.Name,
        Rules.Iat.Name,
    ];

    /// <summary>The requests of the prediction, by their ids in the catalogue.</summary>
    public static IReadOnlyList<string> ToPredict { get; } = ["J27.iat", SlashCase, "J18", "J26", "J11.sub"];

    public static Exercise<IReadOnlyDictionary<string, string>> Create(ExerciseContext context)
    {
        var run = new Lazy<Task<IReadOnlyDictionary<string, string>>>(VerdictsAsync);
        return new(
            context,
            "The predicted answers",
            isUntouched: answer => answer.Values.All(string.IsNullOrEmpty),
            [
                new(
                    "Each of the five has an answer: \"accepted\", or the name of a check.",
                    "A check has a name of two parts, joined by a full stop, such as assertion.exp.",
                    answer => answer.Answers(ToPredict, IsVerdict, "accepted, or a name such as assertion.exp")
                )
                {
                    WrongAnswers =
                    [
                        Predicting("the wire's word for a check", "J18", "refused"),
                        Predicting("half of a check's name", "J26", "lifetime"),
                        Predicting("an answer left open", "J18", "", "J18 has no answer yet."),
                        new("a request left out", Reasoned().Where(one => one.Key != "J26").ToDictionary())
                        {
                            Hint = "J26 has no answer yet.",
                        },
                        Predicting(
                            "backticks around the word",
                            "J18",
                            "`accepted`",
                            "Write the answer alone, without quotes or backticks around it."
                        ),
                        Predicting(
                            "quotes around a check's name",
                            "J26",
                            "\"assertion.lifetime\"",
                            "Write the answer alone, without quotes or backticks around it."
                        ),
                        Predicting(
                            "a request that is not asked for",
                            "J11",
                            Accepted,
                            $"J11 is not asked for, but {string.Join(", ", ToPredict)}."
                        ),
                    ],
                },
                new(
                    "Each check that you name is one of the ten in question.",
                    $"Spell it as the task does: {string.Join(", ", ChecksInQuestion)}.",
                    answer =>
                        answer.Agrees(
                            ToPredict,
                            id => answer.Said(id) == Accepted || ChecksInQuestion.Contains(answer.Said(id))
                        )
                )
                {
                    WrongAnswers = [Predicting("a check of one's own", "J26", "assertion.expiry")],
                },
                new(
                    "You write \"accepted\" for each request that the server accepts.",
                    "The matrix has cases with ✓, too. A server lets clocks differ a little, and reads one audience as a string or as an array.",
                    async (answer, _) =>
                        NoneOf(
                            (await run.Value).Where(one => one.Value == Accepted && answer.Said(one.Key) != Accepted),
                            "you refuse and the server accepts"
                        )
                )
                {
                    MoreHints =
                    [
                        "How many seconds is a time off, and how many may two clocks differ by? What does an array say that holds one audience?",
                    ],
                    WrongAnswers =
                    [
                        Predicting("no room for clocks", "J27.iat", "assertion.iat"),
                        Predicting("an array taken for another audience", "J18", "assertion.aud"),
                        new("one check for all", ToPredict.ToDictionary(id => id, _ => "assertion.exp")),
                    ],
                },
                new(
                    "You write a check for each request that the server refuses.",
                    "The server refuses a request for which you wrote \"accepted\". A value that is nearly right is wrong, and a lifetime can be too long.",
                    async (answer, _) =>
                        NoneOf(
                            (await run.Value).Where(one => one.Value != Accepted && answer.Said(one.Key) == Accepted),
                            "you accept and the server refuses"
                        )
                )
                {
                    MoreHints =
                    [
                        "Compare each aud with the issuer, to its last character, and each exp with the longest time that an assertion may live.",
                    ],
                    WrongAnswers =
                    [
                        Predicting("a slash overlooked", SlashCase, Accepted),
                        Predicting("a long lifetime overlooked", "J26", Accepted),
                        new("everything accepted", ToPredict.ToDictionary(id => id, _ => Accepted)),
                    ],
                },
                new(
                    "Where a time is wrong, you name the check that stops the request.",
                    "One check asks whether exp is still to come, another how far ahead exp is. Which of the two fails here?",
                    async (answer, _) =>
                    {
                        var verdicts = await run.Value;
                        return answer.Agrees(
                            ToPredict.Where(id => IsOfTime(verdicts[id])),
                            id => answer.Said(id) == verdicts[id]
                        );
                    }
                )
                {
                    MoreHints = ["Is the moment in exp over? As long as it is not, the server passes exp itself."],
                    WrongAnswers =
                    [
                        Predicting("the end taken for the lifetime", "J26", "assertion.exp"),
                        Predicting("the beginning taken for the lifetime", "J26", "assertion.iat"),
                    ],
                },
                new(
                    "Elsewhere, too, you name the check that stops the request.",
                    "The server stops at the first check that fails. Before it verifies a signature it looks up the client's key. Which claim names that client?",
                    async (answer, _) =>
                    {
                        var verdicts = await run.Value;
                        return answer.Agrees(
                            ToPredict,
                            id => answer.Said(id) == verdicts[id],
                            id => id == SlashCase ? WhomItIsFor : null
                        );
                    }
                )
                {
                    MoreHints =
                    [
                        "J11.sub names another client, and the server knows it. Whose key does the server take, and who signed?",
                    ],
                    WrongAnswers =
                    [
                        Predicting(
                            "the claim that is wrong for the first check that fails",
                            "J11.sub",
                            "assertion.sub"
                        ),
                        Predicting("another client taken for an unknown one", "J11.sub", "client.known"),
                        Predicting("the audience taken for the issuer", SlashCase, "assertion.iss", WhomItIsFor),
                    ],
                },
            ],
            "that you can tell from a request which check will stop it, and that not everything unusual is wrong"
        );
    }

    // Which ones they are would be the answer.
    private static RuleFinding NoneOf(IEnumerable<KeyValuePair<string, string>> wrong, string what)
    {
        var count = wrong.Count();
        return count == 0 ? RuleFinding.Kept : RuleFinding.Broken($"none that {what}", $"{count} that {what}");
    }

    // Refused by a check of the group that the matrix shows under this name.
    private static bool IsOfTime(string verdict)
    {
        var groups = FailureGroups.Load();
        return verdict != Accepted && groups.ByCheck(verdict) == groups.Find("Time");
    }

    private static bool IsVerdict(string said) =>
        said == Accepted || said.Split('.') is [{ Length: > 0 }, { Length: > 0 }];

    private static WrongAnswer<IReadOnlyDictionary<string, string>> Predicting(
        string mistake,
        string id,
        string said,
        string? hint = null
    ) => new(mistake, new Dictionary<string, string>(Reasoned()) { [id] = said }) { Hint = hint };

    private static Dictionary<string, string> Reasoned() =>
        new()
        {
            ["J27.iat"] = Accepted,
            [SlashCase] = Rules.Aud.Name,
            ["J18"] = Accepted,
            ["J26"] = Rules.Lifetime.Name,
            ["J11.sub"] = Rules.Signature.Name,
        };

    private static async Task<IReadOnlyDictionary<string, string>> VerdictsAsync()
    {
        using var gallery = FailureGallery.Open();
        return await gallery.VerdictsAsync(ToPredict, CancellationToken.None);
    }
}
