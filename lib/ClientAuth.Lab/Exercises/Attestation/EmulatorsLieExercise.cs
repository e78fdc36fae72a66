using ClientAuth.Devices.Android;
using ClientAuth.MockServer.Checks;
using static ClientAuth.Devices.Android.SecurityLevel;

namespace ClientAuth.Lab.Exercises.Attestation;

/// <summary>Lesson 14: changes what an emulator attests, so that a server that trusts one root too many accepts it.</summary>
internal static class EmulatorsLieExercise
{
    /// <summary>From what an emulator would say to what it is made to say.</summary>
    public static Exercise<Func<KeyDescription, KeyDescription>> Create(ExerciseContext context)
    {
        var rules = new MendingRules<Func<KeyDescription, KeyDescription>>(LyingEmulator.SendAllAsync);
        return new(
            context,
            "The emulator's lie",
            isUntouched: lie => lie(SomeTruth).Encode().AsSpan().SequenceEqual(SomeTruth.Encode()),
            [
                rules.Passes(
                    "The statement repeats the challenge that the server gave.",
                    "The server gives another challenge each time. It stands in what the emulator would say, and in no statement that you heard earlier.",
                    [Rules.AndroidKeyDescription.Name, Rules.AndroidKeyChallenge.Name],
                    [
                        new(
                            "what the flagship said earlier: a constant",
                            _ => LyingEmulator.OfFlagship("heard earlier")
                        ),
                        new("no challenge", truth => truth with { AttestationChallenge = "" }),
                    ]
                ),
                rules.Passes(
                    "Statement and key are both said to be in hardware.",
                    "There are two levels: where the statement was made, and where the key lives. Lie about both.",
                    [Rules.AndroidKeySecurityLevel.Name],
                    [
                        new("only the statement's level", truth => truth with { AttestationSecurityLevel = StrongBox }),
                        new("only the key's level", truth => truth with { KeyMintSecurityLevel = StrongBox }),
                        new(
                            "only the lists",
                            truth => truth with { HardwareEnforced = LyingEmulator.OfFlagship("any").HardwareEnforced }
                        ),
                    ]
                ),
                rules.Passes(
                    "The hardware's list says where the key comes from, and that it signs.",
                    "A key that is kept in hardware is described by the hardware. In which list does the emulator's truth describe it?",
                    [
                        Rules.AndroidKeyOrigin.Name,
                        Rules.AndroidKeyPurpose.Name,
                        Rules.AndroidKeyAlgorithm.Name,
                        Rules.AndroidKeyApplications.Name,
                    ],
                    [
                        new("the levels alone", InHardware),
                        new(
                            "a hardware's list with the start alone",
                            truth =>
                                InHardware(truth) with
                                {
                                    HardwareEnforced = new AuthorizationList { RootOfTrust = FlagshipsStart },
                                }
                        ),
                    ]
                ),
                rules.Passes(
                    "The hardware's list says that the manufacturer's system was started on a locked device.",
                    "An emulator has nothing to say of that. But you heard a flagship say it: heard still holds its whole statement.",
                    [Rules.AndroidKeyBootState.Name],
                    [
                        new(
                            "the emulator's own list, moved",
                            truth => InHardware(truth) with { HardwareEnforced = truth.SoftwareEnforced }
                        ),
                        new(
                            "the start in the system's list",
                            truth =>
                                InHardware(truth) with
                                {
                                    SoftwareEnforced = truth.SoftwareEnforced with { RootOfTrust = FlagshipsStart },
                                    HardwareEnforced = truth.SoftwareEnforced,
                                }
                        ),
                        new(
                            "locked, with a system of one's own",
                            truth =>
                                InHardware(truth) with
                                {
                                    HardwareEnforced = truth.SoftwareEnforced with
                                    {
                                        RootOfTrust = FlagshipsStart with
                                        {
                                            VerifiedBootState = VerifiedBootState.SelfSigned,
                                        },
                                    },
                                }
                        ),
                    ]
                ),
                rules.Accepted(
                    "The system's list names the genuine app, and who signed it.",
                    "The copy on your emulator is signed by you. The server looks for the app in the system's list only.",
                    ..,
                    [
                        new(
                            "the app as it is on the emulator",
                            truth =>
                                InHardware(truth) with
                                {
                                    HardwareEnforced = LyingEmulator.OfFlagship("any").HardwareEnforced,
                                }
                        ),
                        new(
                            "both of the flagship's lists in the hardware's",
                            truth =>
                                InHardware(truth) with
                                {
                                    SoftwareEnforced = new AuthorizationList(),
                                    HardwareEnforced = LyingEmulator.OfFlagship("any").HardwareEnforced with
                                    {
                                        AttestationApplicationId = LyingEmulator
                                            .OfFlagship("any")
                                            .SoftwareEnforced.AttestationApplicationId,
                                    },
                                }
                        ),
                    ]
                ),
            ],
            "that all checks on a statement are worth as much as the root above it: with one that anybody signs under, nothing"
        );
    }

    private static KeyDescription SomeTruth { get; } = LyingEmulator.Truth("any");

    private static RootOfTrust FlagshipsStart => LyingEmulator.OfFlagship("any").HardwareEnforced.RootOfTrust!;

    private static KeyDescription InHardware(KeyDescription truth) =>
        truth with
        {
            AttestationSecurityLevel = TrustedEnvironment,
            KeyMintSecurityLevel = TrustedEnvironment,
        };
}
