using ClientAuth.MockServer.Checks;
using ClientAuth.MockServer.Options;
using static ClientAuth.MockServer.Options.Defence;

namespace ClientAuth.Lab.Exercises.Attacks;

/// <summary>Lesson 11: which of five requests gets a token at a server that goes without some defences, and which check stops the others.</summary>
internal static class FateOfForgeriesExercise
{
    /// <summary>From the defences that are switched off and the name of a request to <c>token</c> or a check.</summary>
    public static Exercise<Func<Defence[], string, string>> Create(ExerciseContext context) =>
        new(
            context,
            "The fate of five requests",
            isUntouched: fate => ForgedRequest.All.All(request => string.IsNullOrEmpty(fate([], request))),
            [
                new(
                    "Every answer is \"token\" or the name of a check.",
                    $"Use {string.Join(", ", ForgedRequest.Ends)}.",
                    ForgeryPredictions.IsInWordsThatThereAre
                )
                {
                    WrongAnswers =
                    [
                        new("a word of one's own", (_, _) => "refused"),
                        Deeming("the name without its group", "replay", "jti_unused"),
                        new(
                            "a request forgotten where something is off",
                            (off, request) => off is [] ? ForgedRequest.Reasoned(off, request) : ""
                        ),
                        Deeming(
                            "capitals",
                            "hs256",
                            "assertion.Alg",
                            "Write it exactly like this: assertion.alg, without quotes, capitals or white space."
                        ),
                    ],
                },
                new(
                    "With every defence in place, none of the five gets a token.",
                    "The first parameter lists the defences that are switched off. Here it is empty.",
                    fate =>
                        ForgeryPredictions.Fits(
                            fate,
                            ForgedRequest.All.Select(ForgeryPredictions.NothingOff),
                            (_, end) => end != ForgedRequest.Token
                        )
                )
                {
                    WrongAnswers =
                    [
                        new("everything passes", (_, _) => "token"),
                        new(
                            "what is off taken for what is on",
                            (off, request) =>
                                ForgedRequest.Reasoned([.. ForgeryPredictions.Defences.Except(off)], request)
                        ),
                    ],
                },
                new(
                    "For each request with another alg, you name the first check that it fails.",
                    "The order is alg, crit, key, signature, and jti last. At which of them does each request first differ from an honest one?",
                    fate =>
                        ForgeryPredictions.Fits(
                            fate,
                            new[] { ForgedRequest.Rs256Jwk, ForgedRequest.NoneCrit, ForgedRequest.Hs256 }.Select(
                                ForgeryPredictions.NothingOff
                            ),
                            (_, end) => end == Rules.Alg.Name
                        )
                )
                {
                    MoreHints = ["For which algorithm is the victim registered, and which one does the request name?"],
                    WrongAnswers =
                    [
                        Deeming("the second thing that is wrong", "none-crit", "assertion.crit"),
                        Deeming("the key before the algorithm", "rs256-jwk", "assertion.key"),
                        Deeming("a signature that would even fit", "hs256", "assertion.signature"),
                    ],
                },
                new(
                    "A key that is sent in the header under a registered kid fails at the signature.",
                    "The kid is right, so the server finds the registered key. What does the server verify with that key?",
                    fate =>
                        ForgeryPredictions.Fits(
                            fate,
                            [([], ForgedRequest.Jwk)],
                            (_, end) => end == Rules.Signature.Name
                        )
                )
                {
                    WrongAnswers =
                    [
                        Deeming("a jwk refused as such", "jwk", "assertion.key"),
                        new("one check for all", (_, _) => "assertion.alg"),
                    ],
                },
                new(
                    "A request that needs one gap gets a token at a server with that gap.",
                    "Three of the five need a single defence to be off: hs256, jwk, replay.",
                    fate =>
                        ForgeryPredictions.Fits(
                            fate,
                            [
                                ([AlgorithmOfRegistration], ForgedRequest.Hs256),
                                ([KeysOfRegistration], ForgedRequest.Jwk),
                                ([SingleUse], ForgedRequest.Replay),
                            ],
                            (_, end) => end == ForgedRequest.Token
                        )
                )
                {
                    WrongAnswers =
                    [
                        new("the same at every server", (_, request) => ForgedRequest.Reasoned([], request)),
                        new(
                            "a replay that is always noticed",
                            (off, request) =>
                                request == "replay" ? "assertion.jti_unused" : ForgedRequest.Reasoned(off, request)
                        ),
                    ],
                },
                new(
                    "A request gets no token through a gap that it does not use.",
                    "Switching off one defence leaves the other checks as they are.",
                    fate =>
                        ForgeryPredictions.Fits(
                            fate,
                            [
                                ([CriticalHeaders], ForgedRequest.Jwk),
                                ([SingleUse], ForgedRequest.Hs256),
                                ([AlgorithmOfRegistration], ForgedRequest.Replay),
                            ],
                            (_, end) => end != ForgedRequest.Token
                        )
                )
                {
                    WrongAnswers =
                    [
                        new(
                            "everything passes where anything is off",
                            (off, request) => off is [] ? ForgedRequest.Reasoned(off, request) : "token"
                        ),
                    ],
                },
                new(
                    "A request that needs two gaps is stopped by the check that is left.",
                    "Without AlgorithmOfRegistration, 'none-crit' still names something critical, and no registered key fits RS256.",
                    fate =>
                        ForgeryPredictions.Fits(
                            fate,
                            [
                                ([AlgorithmOfRegistration], ForgedRequest.NoneCrit),
                                ([AlgorithmOfRegistration], ForgedRequest.Rs256Jwk),
                            ],
                            (request, end) => end == ForgedRequest.Reasoned([AlgorithmOfRegistration], request)
                        )
                )
                {
                    WrongAnswers =
                    [
                        new(
                            "one gap where it takes two",
                            (off, request) =>
                                request is "none-crit" or "rs256-jwk" && off.Contains(AlgorithmOfRegistration)
                                    ? "token"
                                    : ForgedRequest.Reasoned(off, request)
                        ),
                        new(
                            "no key taken for a wrong signature",
                            (off, request) =>
                                ForgedRequest.Reasoned(off, request).Replace("assertion.key", "assertion.signature")
                        ),
                    ],
                },
                new(
                    "A request that needs two gaps gets a token where both are there.",
                    "Both checks that would stop it are off. What is left that could? Look at 'No signature at all' above: what does a server without AlgorithmOfRegistration make of an empty signature?",
                    fate =>
                        ForgeryPredictions.Fits(
                            fate,
                            [
                                ([AlgorithmOfRegistration, CriticalHeaders], ForgedRequest.NoneCrit),
                                ([AlgorithmOfRegistration, KeysOfRegistration], ForgedRequest.Rs256Jwk),
                            ],
                            (_, end) => end == ForgedRequest.Token
                        )
                )
                {
                    WrongAnswers =
                    [
                        new(
                            "two gaps that never help",
                            (off, request) =>
                                request is "none-crit" or "rs256-jwk"
                                    ? ForgedRequest.Reasoned([.. off.Intersect([AlgorithmOfRegistration])], request)
                                    : ForgedRequest.Reasoned(off, request)
                        ),
                        new(
                            "a comparison with single gaps",
                            (off, request) => ForgedRequest.Reasoned([.. off.Take(1)], request)
                        ),
                        new(
                            "an empty signature that fails as one",
                            (off, request) =>
                                request == "none-crit" && ForgedRequest.Reasoned(off, request) == "token"
                                    ? "assertion.signature"
                                    : ForgedRequest.Reasoned(off, request)
                        ),
                    ],
                },
                new(
                    "A real server ends each request as you say, whatever is switched off.",
                    "Several defences may be off at once, in any order. Is each of your conditions about one defence alone?",
                    ForgeryPredictions.AgreesWithServersAsync
                )
                {
                    WrongAnswers =
                    [
                        new(
                            "gaps compared two at a time",
                            (off, request) => ForgedRequest.Reasoned(off.Length <= 2 ? off : [.. off.Take(1)], request)
                        ),
                    ],
                },
            ],
            "that you can tell from a server's gaps which forgery passes, and where the others end"
        );

    // The reasoning is right but for this request at a server with every defence.
    private static WrongAnswer<Func<Defence[], string, string>> Deeming(
        string mistake,
        string wrong,
        string end,
        string? hint = null
    ) =>
        new(mistake, (off, request) => off is [] && request == wrong ? end : ForgedRequest.Reasoned(off, request))
        {
            Hint = hint,
        };
}
