using ClientAuth.Visuals.Attestation;
using static ClientAuth.Lab.Exercises.Attestation.StatementMistakes;
using static ClientAuth.Visuals.Attestation.AndroidSecurityLevel;

namespace ClientAuth.Lab.Exercises.Attestation;

/// <summary>Lesson 14: what a server with a production policy makes of an Android device's statement.</summary>
internal static partial class AttestationVerdictExercise
{
    private const string TwoLevels = "There are two levels: where the statement was made, and where the key lives.";

    private static readonly string[] Verdicts =
    [
        "accept",
        "challenge",
        "security_level",
        "boot_state",
        "package",
        "signature_digest",
    ];

    public static Exercise<Func<AndroidKeyDescription, string, string>> Create(ExerciseContext context) =>
        new(
            context,
            "The verdict on an attestation",
            isUntouched: answer => Verdict(answer, DeviceStatement.Genuine).Length == 0,
            [
                new(
                    "The verdict is \"accept\" or one of the five reasons.",
                    "Spell the reason as the task does: the part of the check's name after the full stop.",
                    answer =>
                        Verdict(answer, DeviceStatement.Genuine) is var said && Verdicts.Contains(said)
                            ? RuleFinding.Kept
                            : RuleFinding.Broken(string.Join(", ", Verdicts), $"\"{said}\"")
                )
                {
                    WrongAnswers =
                    [
                        new("a word of one's own", (_, _) => "fine"),
                        new("a constant", (_, _) => "refuse"),
                    ],
                },
                Says(
                    "accept",
                    "The genuine app on a sound phone is accepted.",
                    "Compare with what the lesson showed of the flagship. Which of your conditions does not hold for it?",
                    DeviceStatement.Genuine,
                    [
                        new("refusing everybody: a constant", (_, _) => "package"),
                        new(
                            "comparing with another digest",
                            (says, challenge) =>
                                ByPolicy(says, challenge) is var verdict && verdict == "accept"
                                    ? "signature_digest"
                                    : verdict
                        ),
                    ]
                ),
                Says(
                    "accept",
                    "A security chip is as good as a trusted environment.",
                    "The policy names the lowest level that it accepts, and a security chip is above that. Enums can be compared with < and >=.",
                    DeviceStatement.Kept(StrongBox, StrongBox),
                    [
                        new(
                            "asking for the trusted environment and nothing else",
                            (says, challenge) =>
                                says.KeyMintSecurityLevel != TrustedEnvironment
                                    ? "security_level"
                                    : ByPolicy(says, challenge)
                        ),
                    ]
                ),
                new(
                    "A statement for another challenge is refused.",
                    "A genuine statement may be a year old. Compare its challenge with the second parameter: the challenge that the server gave.",
                    answer =>
                        answer(DeviceStatement.Genuine, $"{Guid.NewGuid()}") is var said && said == "challenge"
                            ? RuleFinding.Kept
                            : RuleFinding.Broken("a refusal", $"\"{said}\"")
                )
                {
                    WrongAnswers =
                    [
                        new("accepting everybody: a constant", (_, _) => "accept"),
                        new("forgetting the challenge", (says, _) => ByPolicy(says, says.AttestationChallenge)),
                    ],
                },
                Says(
                    "security_level",
                    "A key in software is refused, although hardware wrote the statement.",
                    TwoLevels,
                    DeviceStatement.Kept(TrustedEnvironment, Software),
                    [
                        new(
                            "looking only where the statement was made",
                            (says, challenge) =>
                                ByPolicy(says with { KeyMintSecurityLevel = says.AttestationSecurityLevel }, challenge)
                        ),
                    ]
                ),
                Says(
                    "security_level",
                    "A statement that software wrote is refused, whatever it says of the key.",
                    TwoLevels,
                    DeviceStatement.Kept(Software, StrongBox),
                    [
                        new(
                            "looking only where the key lives",
                            (says, challenge) =>
                                ByPolicy(says with { AttestationSecurityLevel = says.KeyMintSecurityLevel }, challenge)
                        ),
                    ]
                ),
                Says(
                    "boot_state",
                    "An unlocked boot loader is refused.",
                    "An unlocked boot loader starts any system, and the system is what names the app.",
                    DeviceStatement.Started(locked: false, AndroidBootState.Verified),
                    [
                        new(
                            "forgetting the boot loader",
                            (says, challenge) => ByPolicy(StartingAs(says, locked: true), challenge)
                        ),
                    ]
                ),
                Says(
                    "boot_state",
                    "A system that somebody else signed is refused, although the boot loader is locked.",
                    "Only one of the four boot states stands for the manufacturer's unchanged system.",
                    DeviceStatement.Started(locked: true, AndroidBootState.SelfSigned),
                    [
                        new(
                            "forgetting who signed the system",
                            (says, challenge) => ByPolicy(StartingAs(says, state: AndroidBootState.Verified), challenge)
                        ),
                    ]
                ),
                Says(
                    "boot_state",
                    "What the system says of its own start is ignored.",
                    "Either list can have a RootOfTrust. Which of the two lists can the system not write? In that list RootOfTrust may be missing.",
                    DeviceStatement.StartClaimedBySystem,
                    [
                        new(
                            "believing the system about its own start",
                            (says, challenge) =>
                                ByPolicy(
                                    says.HardwareEnforced.RootOfTrust is null
                                        ? says with
                                        {
                                            HardwareEnforced = says.SoftwareEnforced,
                                        }
                                        : says,
                                    challenge
                                )
                        ),
                    ]
                ),
                Says(
                    "package",
                    "Another app of the same maker is refused for its package.",
                    "One certificate may sign many apps, so its digest is not enough: compare the package name, too.",
                    DeviceStatement.Running(package: "com.example.another"),
                    [
                        new("forgetting the package", (says, challenge) => Without("package", says, challenge)),
                        new(
                            "naming the digest, which is right",
                            (says, challenge) =>
                                ByPolicy(says, challenge) is var verdict && verdict == "package"
                                    ? "signature_digest"
                                    : verdict
                        ),
                    ]
                ),
                Says(
                    "package",
                    "The genuine app is refused where another app shares its user.",
                    "A statement can name several packages: apps of one user have their keys in common. The genuine one must be the only one.",
                    DeviceStatement.SharingItsUser,
                    [
                        new(
                            "the genuine package, in whatever company",
                            (says, challenge) =>
                                says.SoftwareEnforced.ApplicationId is { Packages.Count: > 1 }
                                    ? Without("package", says, challenge)
                                    : ByPolicy(says, challenge)
                        ),
                    ]
                ),
                Says(
                    "signature_digest",
                    "An app that somebody else changed and signed is refused for its digest.",
                    "Anybody can choose a package name. Only the maker has the signing key, so compare the digest of the maker's certificate.",
                    DeviceStatement.Running(digest: DeviceStatement.AnothersDigest),
                    [new("forgetting the digest", (says, challenge) => Without("signature_digest", says, challenge))]
                ),
                Says(
                    "signature_digest",
                    "The genuine digest is refused in company.",
                    "A statement can name several signers. The maker's must be the only one.",
                    DeviceStatement.SignedByTwo,
                    [
                        new(
                            "the genuine digest, in whatever company",
                            (says, challenge) =>
                                ByPolicy(
                                    LookingAt(says, all => all.Where(one => one == DeviceStatement.Digest)),
                                    challenge
                                )
                        ),
                        new(
                            "the first digest alone",
                            (says, challenge) => ByPolicy(LookingAt(says, all => all.Take(1)), challenge)
                        ),
                    ]
                ),
                new(
                    "A real server gives the same verdict on every Android phone of the lab.",
                    "When several things are wrong, the server names the one that comes first in the task.",
                    ServerVerdicts.AgreeAsync
                )
                {
                    WrongAnswers =
                    [
                        new(
                            "the start before the levels",
                            (says, challenge) =>
                                says.HardwareEnforced.RootOfTrust is null or { DeviceLocked: false }
                                    ? "boot_state"
                                    : ByPolicy(says, challenge)
                        ),
                    ],
                },
            ],
            "that you can decide from a platform's statement whether to accept an app, and say why not"
        );
}
