using ClientAuth.Lab.Capstone;
using ClientAuth.Lab.Exercises;

namespace ClientAuth.Lab.Tests.Exercises.Capstone;

/// <summary>The second exercise of lesson 13: the stub, the solution, and a registration that no server accepts.</summary>
public sealed class MendedRegistrationsExerciseTests
{
    [Fact]
    public async Task The_stub_is_not_done_yet() =>
        Assert.IsType<ExerciseResult.NotDoneYet>(await JudgeAsync(_ => { }));

    [Fact]
    public async Task The_solution_is_solved() =>
        Assert.IsType<ExerciseResult.Solved>(await JudgeAsync(FaultyRegistrations.Mend));

    [Fact]
    public async Task Registrations_that_the_server_cannot_work_with_are_quoted()
    {
        var broken = Assert.IsType<ExerciseResult.Broken>(
            await JudgeAsync(its =>
            {
                FaultyRegistrations.Mend(its);
                its.Gate = its.Gate with { TlsClientAuthSubjectDn = "depot-gate" };
            })
        );

        Assert.Equal("registrations that the server accepts", broken.Expected);
        Assert.Contains("depot-gate", broken.Seen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_registrations_that_were_not_touched_nothing_is_given_away()
    {
        var broken = Assert.IsType<ExerciseResult.Broken>(
            await JudgeAsync(its => its.Install = its.Install with { Jwks = its.KeysOfInstall })
        );

        Assert.Equal("Every fault is mended.", broken.Rule);
        Assert.Equal("3 are not mended yet; what you have changed so far is right", broken.Seen);
        Assert.Equal(
            [
                "Only what is at fault has changed, and nothing allows more than it should.",
                "The registered key is the one that driver-install signs with.",
            ],
            broken.RulesKept
        );
    }

    private static Task<ExerciseResult> JudgeAsync(Action<FleetRegistrations> mend) =>
        new LessonExercises().MendedRegistrations.JudgeAsync(mend, TestContext.Current.CancellationToken);
}
