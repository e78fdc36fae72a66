using ClientAuth.MockServer.Checks;

namespace ClientAuth.Lab.Exercises.Dpop;

/// <summary>Lesson 05: predicts what a thief gets with each of six stolen credentials and tokens.</summary>
internal static class PredictedTheftsExercise
{
    private static readonly string[] SignedByThief = [Theft.Cat, Theft.Statement];

    /// <summary>From the name of a stolen thing to <c>accepted</c> or a check.</summary>
    public static Exercise<IReadOnlyDictionary<string, string>> Create(ExerciseContext context)
    {
        var fates = new Lazy<Task<IReadOnlyDictionary<string, string>>>(() => Theft.FatesAsync(CancellationToken.None));
        return new(
            context,
            "What a thief gets with it",
            isUntouched: answer => answer.Values.All(string.IsNullOrEmpty),
            [
                new(
                    "Each of the six has an answer: \"accepted\", or the name of a check.",
                    $"The words are: {string.Join(", ", Theft.Ends)}.",
                    answer =>
                        answer.Answers(
                            Theft.All,
                            said => Theft.Ends.Contains(said),
                            "\"accepted\" or a check of the task"
                        )
                )
                {
                    WrongAnswers =
                    [
                        WrongFate("a word of one's own", (Theft.Cat, "refused")),
                        WrongFate("one is left open", (Theft.Query, "")) with
                        {
                            Hint = "query has no answer yet.",
                        },
                        WrongFate("a check that is none", (Theft.OtherToken, "dpop.token")),
                    ],
                },
                new(
                    "You write \"accepted\" for each request that the server accepts.",
                    "Whoever intercepts a request before it arrives can send it first. Which parts may be changed then without a claim that says otherwise?",
                    async (answer, _) => FindFates(answer, await fates.Value, (_, end) => end == Theft.Accepted)
                )
                {
                    MoreHints =
                    [
                        "htu is the address without its query. And a whole request that the thief sends first is genuine in every part.",
                    ],
                    WrongAnswers =
                    [
                        WrongFate("the query is thought to be covered", (Theft.Query, Rules.DpopHtu.Name)),
                        WrongFate(
                            "a whole request is thought to know its sender",
                            (Theft.Exchange, Rules.SubjectTokenDpopKey.Name)
                        ),
                        WrongFate(
                            "nothing gets through",
                            (Theft.Exchange, Rules.DpopJtiUnused.Name),
                            (Theft.Query, Rules.DpopJtiUnused.Name)
                        ),
                    ],
                },
                new(
                    "You write a check for each request that the server refuses.",
                    "One of those that you accept is refused. What did the thief have to change, or to sign?",
                    async (answer, _) =>
                        FindFates(
                            answer,
                            await fates.Value,
                            (thing, end) => end != Theft.Accepted && answer.Said(thing) == Theft.Accepted
                        )
                )
                {
                    WrongAnswers =
                    [
                        WrongFate("a CAT is taken for a bearer token", (Theft.Cat, Theft.Accepted)),
                        WrongFate("the method is forgotten", (Theft.Method, Theft.Accepted)),
                        WrongFate("all get through", [.. Theft.All.Select(thing => (thing, Theft.Accepted))]),
                    ],
                },
                new(
                    "Where the thief signs the proof, the check is the one that compares two keys.",
                    "A statement and a CAT each name the phone's key. Each has a check of its own that compares it with the key of the proof.",
                    async (answer, _) =>
                        FindFates(answer, await fates.Value, (thing, _) => SignedByThief.Contains(thing))
                )
                {
                    MoreHints =
                    [
                        "The lesson shows both checks: where the CAT was decoded, and where the client is registered for none.",
                    ],
                    WrongAnswers =
                    [
                        WrongFate("the API's check for a CAT", (Theft.Cat, Rules.DpopBinding.Name)),
                        WrongFate("the two checks swapped", (Theft.Cat, Rules.AndroidKeyDpopKey.Name)),
                        WrongFate("the challenge is good", (Theft.Statement, Rules.AndroidKeyChallenge.Name)),
                    ],
                },
                new(
                    "Where the phone's own proof is used for another call, the check is that of the claim that differs.",
                    "The signature and the key are right. Compare what the proof says with what is sent: method, address, token.",
                    async (answer, _) => FindFates(answer, await fates.Value, (_, _) => true)
                )
                {
                    WrongAnswers =
                    [
                        WrongFate("the proof is new", (Theft.Method, Rules.DpopJtiUnused.Name)),
                        WrongFate("the token is of the same key", (Theft.OtherToken, Rules.DpopBinding.Name)),
                    ],
                },
            ],
            "that you can tell which stolen things still work, and which check stops each of the others"
        );
    }

    // What the server did is not shown: the learner is to find it.
    private static RuleFinding FindFates(
        IReadOnlyDictionary<string, string> answer,
        IReadOnlyDictionary<string, string> fates,
        Func<string, string, bool> isAbout
    ) =>
        answer.Agrees(
            Theft.All.Where(thing => isAbout(thing, fates[thing])),
            thing => answer.Said(thing) == fates[thing]
        );

    // Right but for what is named. The tests hold what is right against the server.
    private static WrongAnswer<IReadOnlyDictionary<string, string>> WrongFate(
        string mistake,
        params (string Thing, string End)[] wrong
    )
    {
        var answer = new Dictionary<string, string>
        {
            [Theft.Cat] = Rules.SubjectTokenDpopKey.Name,
            [Theft.Exchange] = Theft.Accepted,
            [Theft.Statement] = Rules.AndroidKeyDpopKey.Name,
            [Theft.Query] = Theft.Accepted,
            [Theft.Method] = Rules.DpopHtm.Name,
            [Theft.OtherToken] = Rules.DpopAth.Name,
        };
        foreach (var (thing, end) in wrong)
        {
            answer[thing] = end;
        }

        return new(mistake, answer);
    }
}
