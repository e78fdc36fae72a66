using ClientAuth.Devices;
using ClientAuth.Devices.Android;
using ClientAuth.Lab.Exercises;
using ClientAuth.Visuals;

namespace ClientAuth.Lab.Tests.Exercises.Attestation;

/// <summary>The second exercise of lesson 14: the stub, solutions, and what a mistake is told.</summary>
public sealed class EmulatorsLieExerciseTests
{
    [Fact]
    public async Task The_stub_is_not_done_yet() =>
        Assert.IsType<ExerciseResult.NotDoneYet>(await JudgeAsync(truth => truth));

    [Fact]
    public async Task The_solution_is_solved()
    {
        var heard = await HeardAsync();

        Assert.IsType<ExerciseResult.Solved>(
            await JudgeAsync(truth => heard with { AttestationChallenge = truth.AttestationChallenge })
        );
    }

    [Fact]
    public async Task A_lie_that_is_put_together_part_by_part_is_as_good()
    {
        var heard = await HeardAsync();

        Assert.IsType<ExerciseResult.Solved>(
            await JudgeAsync(truth =>
                truth with
                {
                    AttestationSecurityLevel = SecurityLevel.TrustedEnvironment,
                    KeyMintSecurityLevel = SecurityLevel.TrustedEnvironment,
                    SoftwareEnforced = new AuthorizationList
                    {
                        AttestationApplicationId = heard.SoftwareEnforced.AttestationApplicationId,
                    },
                    HardwareEnforced = truth.SoftwareEnforced with
                    {
                        AttestationApplicationId = null,
                        RootOfTrust = heard.HardwareEnforced.RootOfTrust,
                    },
                }
            )
        );
    }

    [Fact]
    public async Task What_was_heard_earlier_is_shown_with_the_challenge_that_the_server_expected()
    {
        var heard = await HeardAsync();

        var broken = Assert.IsType<ExerciseResult.Broken>(await JudgeAsync(_ => heard));

        Assert.StartsWith(
            "android_key.challenge: the challenge of the request, ",
            broken.Expected,
            StringComparison.Ordinal
        );
        Assert.Equal("the emulator: 'hea…'", broken.Seen);
    }

    [Fact]
    public async Task The_lesson_shows_the_servers_refusal()
    {
        await using var lab = await LessonLab.OpenAsync();

        Assert.Contains(
            "check     android_key.security_level",
            Assert.IsType<RefusalView>(await lab.SendLieAsync(truth => truth)).ToString(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task An_exception_in_the_lie_is_shown_and_does_not_stop_the_lesson()
    {
        await using var lab = await LessonLab.OpenAsync();

        var shown = await lab.SendLieAsync(_ => throw new InvalidOperationException("no lie"));

        Assert.StartsWith("The code for the emulator does not run\n", $"{shown}", StringComparison.Ordinal);
        Assert.Contains("The code threw InvalidOperationException: no lie", $"{shown}", StringComparison.Ordinal);
    }

    private static async Task<KeyDescription> HeardAsync()
    {
        KeyDescription? heard = null;
        await using var lab = await LessonLab.OpenAsync();
        var listens = new EvidenceFlaw("listens") { Android = it => it with { Description = heard = it.Description } };
        lab.Devices["flagship"].Simulated.Attest("any", "heard earlier", listens);
        return heard!;
    }

    private static Task<ExerciseResult> JudgeAsync(Func<KeyDescription, KeyDescription> lie) =>
        new LessonExercises().EmulatorsLie.JudgeAsync(lie, TestContext.Current.CancellationToken);
}
