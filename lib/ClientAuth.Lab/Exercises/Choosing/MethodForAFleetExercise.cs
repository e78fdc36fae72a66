using ClientAuth.Lab.Choosing;

namespace ClientAuth.Lab.Exercises.Choosing;

/// <summary>Lesson 08: choosing for a fleet of one's own devices, in a controlled environment.</summary>
internal static class MethodForAFleetExercise
{
    /// <summary>From a situation to the identifier of a method, such as <c>mutual-tls</c>.</summary>
    public static Exercise<Func<Situation, string>> Create(ExerciseContext context)
    {
        var model = DecisionModel.Load();
        var names = model.Methods.Select(method => method.Id).ToList();
        IReadOnlyList<Situation> fleets =
        [
            .. model.Situations.Where(s => s["environment"] == "controlled" && s["regulation"] == "no-profile"),
        ];
        return new(
            context,
            "A method for a fleet",
            isUntouched: choose => fleets.All(situation => choose(situation).Length == 0),
            [
                new(
                    "Every answer is the identifier of a method.",
                    $"Use {string.Join(", ", names)}.",
                    choose => InEach(fleets, choose, (_, said) => names.Contains(said), IdentifierHint)
                )
                {
                    WrongAnswers =
                    [
                        new("a name of one's own", _ => "jwt"),
                        new("no answer for older devices", s => s["platform"] == "older" ? "" : ByModel(s)),
                        new("capital letters", s => ByModel(s).ToUpperInvariant()) { Hint = OnlyTheIdentifier },
                    ],
                },
                new(
                    "Each method gets a token from a real server, in each situation that you chose it for.",
                    "The server tried your choice as the situation has it: with a phone of that platform, over that transport, with a certificate that somebody issued or nobody did.",
                    (choose, cancellationToken) => MethodTrial.OfAllAsync(fleets, choose, cancellationToken)
                )
                {
                    MoreHints =
                    [
                        "Only 'attests' means all devices. The handshake proves a key only where TLS is yours and the certificate is from somebody whom the server trusts.",
                    ],
                    WrongAnswers =
                    [
                        new("the same for everybody: a constant", _ => "attestation"),
                        new(
                            "attestation for a fleet of which some attest",
                            s => s["platform"] == "mixed" ? "attestation" : ByModel(s)
                        ),
                        new(
                            "certificates through somebody else's proxy",
                            s => s["transport"] == "foreign-tls" && HasCertificates(s) ? "mutual-tls" : ByModel(s)
                        ),
                        new(
                            "certificates that nobody issued",
                            s => s["public_key_infrastructure"] == "no-pki" ? "mutual-tls" : ByModel(s)
                        ),
                    ],
                },
                new(
                    "Attestation is chosen where every device attests, and nowhere else.",
                    "Look at the platform before anything else.",
                    choose => InEach(fleets, choose, (s, said) => said == "attestation" == IsAttested(s))
                )
                {
                    WrongAnswers =
                    [
                        new(
                            "a key although the devices attest",
                            s => IsAttested(s) ? "signed-jwt-asymmetric" : ByModel(s)
                        ),
                        new(
                            "certificates before attestation",
                            s => HasAllForCertificates(s) ? "mutual-tls" : ByModel(s)
                        ),
                        new("a secret for everybody: a constant", _ => "secret"),
                    ],
                },
                new(
                    "A certificate's key has a place on the device.",
                    "The server cannot see where the key was. Which answer about key_storage means that every copy of the app has the same one?",
                    choose => InEach(fleets, choose, (s, said) => said != "mutual-tls" || HasAllForCertificates(s))
                )
                {
                    WrongAnswers =
                    [
                        new(
                            "a certificate in the package",
                            s =>
                                !IsAttested(s) && s["public_key_infrastructure"] == "pki" && s["transport"] == "own-tls"
                                    ? "mutual-tls"
                                    : ByModel(s)
                        ),
                    ],
                },
                Agrees(
                    "Where certificates, the handshake and a place for the key are there, the certificates are used.",
                    "The costly part of mutual TLS is issuing certificates, and this fleet has them already.",
                    "mutual-tls",
                    [
                        new("certificates that lie idle", s => Instead(s, "mutual-tls", "signed-jwt-asymmetric")),
                        new(
                            "no certificates where keys change often",
                            s => s["rotation"] == "often" ? Instead(s, "mutual-tls", "secret") : ByModel(s)
                        ),
                    ]
                ),
                Agrees(
                    "Where only the package can hold a credential, the secret is chosen.",
                    "A private key that ships in the package is known to everyone who has the app, just like a secret.",
                    "secret",
                    [new("a key in the package", s => Instead(s, "secret", "signed-jwt-asymmetric"))]
                ),
                Agrees(
                    "Where credentials change often, a key of the device signs.",
                    "A shared secret has to be handed to both sides again at each change.",
                    "signed-jwt-asymmetric",
                    [
                        new(
                            "a shared secret that changes often",
                            s => Instead(s, "signed-jwt-asymmetric", "signed-jwt-symmetric")
                        ),
                    ]
                ),
                Agrees(
                    "Where credentials change seldom, a secret of the device signs, and is not sent.",
                    "Which method is left when none of the rules above applies?",
                    "signed-jwt-symmetric",
                    [
                        new(
                            "a secret that is sent although it could sign",
                            s => Instead(s, "signed-jwt-symmetric", "secret")
                        ),
                        new(
                            "a key for each device, as in production",
                            s => Instead(s, "signed-jwt-symmetric", "signed-jwt-asymmetric")
                        ),
                    ]
                ),
            ],
            "that five questions decide, and in which order to ask them"
        );

        string ByModel(Situation situation) => model.Recommend(situation).Method.Id;

        string Instead(Situation situation, string right, string wrong) =>
            ByModel(situation) is var method && method == right ? wrong : method;

        string? IdentifierHint(string said) =>
            names.Contains(said.Trim().Trim('"').ToLowerInvariant()) ? OnlyTheIdentifier : null;

        ExerciseRule<Func<Situation, string>> Agrees(
            string rule,
            string hint,
            string method,
            IReadOnlyList<WrongAnswer<Func<Situation, string>>> wrongAnswers
        ) =>
            new(rule, hint, choose => InEach(fleets, choose, (s, said) => ByModel(s) != method || said == method))
            {
                WrongAnswers = wrongAnswers,
            };
    }

    private const string OnlyTheIdentifier =
        "That is a method, but not written as its identifier: small letters and hyphens, without quotes or white space.";

    private static RuleFinding InEach(
        IReadOnlyList<Situation> situations,
        Func<Situation, string> choose,
        Func<Situation, string, bool> holds,
        Func<string, string?>? hint = null
    ) =>
        situations.FirstOrDefault(one => !holds(one, choose(one))) is { } broken
            ? RuleFinding.Broken(
                $"another method where: {broken}",
                $"\"{choose(broken)}\"",
                hint?.Invoke(choose(broken))
            )
            : RuleFinding.Kept;

    private static bool IsAttested(Situation situation) => situation["platform"] == "attests";

    private static bool HasCertificates(Situation situation) => situation["public_key_infrastructure"] == "pki";

    private static bool HasAllForCertificates(Situation situation) =>
        HasCertificates(situation) && situation["transport"] == "own-tls" && situation["key_storage"] != "package";
}
