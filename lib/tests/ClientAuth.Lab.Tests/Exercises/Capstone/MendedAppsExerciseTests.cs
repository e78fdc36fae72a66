using ClientAuth.Lab.Capstone;
using ClientAuth.Lab.Exercises;

namespace ClientAuth.Lab.Tests.Exercises.Capstone;

/// <summary>The first exercise of lesson 13: the stub, the solution, and an order of the learner's own.</summary>
public sealed class MendedAppsExerciseTests
{
    [Fact]
    public async Task The_stub_is_not_done_yet() =>
        Assert.IsType<ExerciseResult.NotDoneYet>(await JudgeAsync(_ => { }));

    [Fact]
    public async Task The_solution_is_solved() =>
        Assert.IsType<ExerciseResult.Solved>(await JudgeAsync(FaultyApps.Mend));

    [Fact]
    public async Task A_fault_that_is_mended_before_others_counts_and_the_next_one_of_the_same_client_is_hinted_at()
    {
        var broken = Assert.IsType<ExerciseResult.Broken>(
            await JudgeAsync(apps => apps.Billing.Audience = apps.Server.Issuer)
        );

        Assert.Equal(
            ["billing-backend names this server as the audience.", "Only settings that were at fault have changed."],
            broken.RulesKept
        );
        Assert.Equal("billing-backend and the server key the MAC with the same octets.", broken.Rule);
    }

    [Fact]
    public async Task Of_clients_that_were_not_touched_nothing_is_given_away()
    {
        var broken = Assert.IsType<ExerciseResult.Broken>(await JudgeAsync(apps => apps.Phone.KeepsChallenge = false));

        Assert.Equal("Every fault is mended.", broken.Rule);
        Assert.Equal("5 are not mended yet; what you have changed so far is right", broken.Seen);
        Assert.Equal(
            ["Choose one that still fails, and compare its request, its response and the server's trace."],
            broken.Hints
        );
    }

    [Fact]
    public async Task A_change_that_mends_nothing_gets_the_hint_of_its_client()
    {
        var broken = Assert.IsType<ExerciseResult.Broken>(
            await JudgeAsync(apps => apps.Install.Lifetime = TimeSpan.FromMinutes(10))
        );

        Assert.Equal("driver-install dates its assertions by the right time.", broken.Rule);
    }

    [Fact]
    public async Task An_address_that_is_none_is_said_so()
    {
        var broken = Assert.IsType<ExerciseResult.Broken>(
            await JudgeAsync(apps => apps.Gate.Endpoint = "the endpoint")
        );

        Assert.StartsWith("The code threw UriFormatException", broken.Hint, StringComparison.Ordinal);
    }

    private static Task<ExerciseResult> JudgeAsync(Action<FleetApps> mend) =>
        new LessonExercises().MendedApps.JudgeAsync(mend, TestContext.Current.CancellationToken);
}
