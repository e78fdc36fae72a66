using ClientAuth.Visuals.Attestation;
using static ClientAuth.Visuals.Attestation.AndroidSecurityLevel;

namespace ClientAuth.Lab.Exercises;

/// <summary>Lesson 14: what a server with a production policy makes of an Android device's statement.</summary>
public sealed partial class LessonExercises
{
    private static readonly string[] Verdicts =
    [
        "accept",
        "challenge",
        "security_level",
        "boot_state",
        "package",
        "signature_digest",
    ];

    public Exercise<Func<AndroidKeyDescription, string, string>> AttestationVerdict =>
        new(
            this,
            "The verdict on an attestation",
            isUntouched: answer => Verdict(answer, DeviceStatement.Genuine).Length == 0,
            [
                new(
                    "The verdict is \"accept\" or one of the five reasons.",
                    "Spell it as the task does: the name of the check, without what stands before the full stop.",
                    answer => Verdicts.Contains(Verdict(answer, DeviceStatement.Genuine))
                ),
                new(
                    "The genuine app on a sound phone is accepted.",
                    "Compare with what the lesson showed of the flagship. Which of your conditions does not hold for it?",
                    answer => Verdict(answer, DeviceStatement.Genuine) == "accept"
                ),
                new(
                    "A security chip is as good as a trusted environment.",
                    "The policy names the least that will do. An enum can be compared with < and >=.",
                    answer => Verdict(answer, DeviceStatement.Kept(StrongBox, StrongBox)) == "accept"
                ),
                new(
                    "A statement for another challenge is refused.",
                    "It may be good, and a year old. The second parameter is the challenge that the server gave.",
                    answer => answer(DeviceStatement.Genuine, "another") == "challenge"
                ),
                new(
                    "A key in software is refused, although hardware wrote the statement.",
                    "There are two levels: where the statement was made, and where the key lives.",
                    answer => Verdict(answer, DeviceStatement.Kept(TrustedEnvironment, Software)) == "security_level"
                ),
                new(
                    "A statement that software wrote is refused, whatever it says of the key.",
                    "There are two levels: where the statement was made, and where the key lives.",
                    answer => Verdict(answer, DeviceStatement.Kept(Software, StrongBox)) == "security_level"
                ),
                new(
                    "An unlocked boot loader is refused.",
                    "Whoever unlocked it may have put any system in, and the system is what names the app.",
                    answer =>
                        Verdict(answer, DeviceStatement.Started(locked: false, AndroidBootState.Verified))
                        == "boot_state"
                ),
                new(
                    "A system that somebody else signed is refused, although the boot loader is locked.",
                    "Only one of the four boot states is the manufacturer's system, unchanged.",
                    answer =>
                        Verdict(answer, DeviceStatement.Started(locked: true, AndroidBootState.SelfSigned))
                        == "boot_state"
                ),
                new(
                    "What the system says of its own start counts for nothing.",
                    "Either list can have a RootOfTrust. Which of them is out of the system's reach? There it may be missing.",
                    answer => Verdict(answer, DeviceStatement.StartClaimedBySystem) == "boot_state"
                ),
                new(
                    "Another app of the same maker is refused for its package.",
                    "One certificate may sign many apps, so its digest is not enough.",
                    answer => Verdict(answer, DeviceStatement.Running(package: "com.example.another")) == "package"
                ),
                new(
                    "The app, changed and signed by somebody else, is refused for its digest.",
                    "Anybody can choose a package name. Nobody else has the key that its maker signs with.",
                    answer => Verdict(answer, DeviceStatement.Running(digest: "bm90IHlvdXJz")) == "signature_digest"
                ),
                new(
                    "A real server says the same of every Android phone of the lab.",
                    "Where several things are wrong, the server stops at the first in the order of the task.",
                    ServerVerdicts.AgreeAsync
                ),
            ],
            "that you can tell from a platform's statement whom to let in, and why not"
        );

    private static string Verdict(Func<AndroidKeyDescription, string, string> answer, AndroidKeyDescription says) =>
        answer(says, DeviceStatement.Challenge);
}
