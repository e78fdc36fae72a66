using ClientAuth.Lab.Exercises;
using ClientAuth.Visuals.Attestation;
using static ClientAuth.Visuals.Attestation.AndroidSecurityLevel;

namespace ClientAuth.Lab.Tests.Exercises.Attestation;

/// <summary>The first exercise of lesson 14: the stub, the solution, and what a mistake is told.</summary>
public sealed class AttestationVerdictExerciseTests
{
    private const string Package = "com.example.mobileapp";
    private const string Digest = "xK8zzdkE08eIMOm9BG/Wju8dJvXGFNJVM+f5R1CQUXQ=";

    [Fact]
    public async Task The_stub_is_not_done_yet() =>
        Assert.IsType<ExerciseResult.NotDoneYet>(await JudgeAsync((_, _) => ""));

    [Fact]
    public async Task The_solution_is_solved() => Assert.IsType<ExerciseResult.Solved>(await JudgeAsync(Solution));

    [Fact]
    public async Task Another_order_is_shown_with_a_phone_of_the_lab()
    {
        var broken = Assert.IsType<ExerciseResult.Broken>(
            await JudgeAsync(
                (says, challenge) =>
                    says.HardwareEnforced.RootOfTrust is null or { DeviceLocked: false }
                        ? "boot_state"
                        : Solution(says, challenge)
            )
        );

        Assert.Equal("security_level, for the phone: Android emulator", broken.Expected);
        Assert.Equal("\"boot_state\"", broken.Seen);
    }

    [Fact]
    public async Task A_server_asks_for_the_digest_alone()
    {
        Assert.Equal("The genuine digest is refused in company.", await BrokenBy(all => all.Contains(Digest)));
        Assert.Equal("The genuine digest is refused in company.", await BrokenBy(all => all[0] == Digest));

        async Task<string> BrokenBy(Func<IReadOnlyList<string>, bool> isGenuine) =>
            Assert
                .IsType<ExerciseResult.Broken>(
                    await JudgeAsync(
                        (says, challenge) =>
                            Solution(says, challenge) is var verdict && verdict != "signature_digest" ? verdict
                            : isGenuine(says.SoftwareEnforced.ApplicationId!.SignatureDigests) ? "accept"
                            : verdict
                    )
                )
                .Rule;
    }

    private static string Solution(AndroidKeyDescription says, string challenge)
    {
        var app = says.SoftwareEnforced.ApplicationId;
        var start = says.HardwareEnforced.RootOfTrust;
        return says switch
        {
            _ when says.AttestationChallenge != challenge => "challenge",
            _ when says.AttestationSecurityLevel < TrustedEnvironment => "security_level",
            _ when says.KeyMintSecurityLevel < TrustedEnvironment => "security_level",
            _ when start is not { DeviceLocked: true, VerifiedBootState: AndroidBootState.Verified } => "boot_state",
            _ when app?.Packages is not [{ Name: Package }] => "package",
            _ when app.SignatureDigests is not [Digest] => "signature_digest",
            _ => "accept",
        };
    }

    private static Task<ExerciseResult> JudgeAsync(Func<AndroidKeyDescription, string, string> answer) =>
        new LessonExercises().AttestationVerdict.JudgeAsync(answer, TestContext.Current.CancellationToken);
}
