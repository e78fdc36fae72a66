using ClientAuth.Lab.Capstone;
using ClientAuth.Lab.Exercises;

namespace ClientAuth.Lab.Tests.Exercises;

/// <summary>The first exercise of lesson 13: the stub, the solution, and an order of the learner's own.</summary>
public sealed class MendedAppsTests
{
    [Fact]
    public async Task The_stub_is_not_done_yet() =>
        Assert.IsType<ExerciseResult.NotDoneYet>(await JudgeAsync(_ => { }));

    [Fact]
    public async Task The_solution_is_solved() =>
        Assert.IsType<ExerciseResult.Solved>(await JudgeAsync(FleetApps.Mend));

    [Fact]
    public async Task A_fault_that_is_mended_before_others_counts_as_soon_as_it_is()
    {
        var broken = Assert.IsType<ExerciseResult.Broken>(
            await JudgeAsync(apps => apps.Billing.Audience = apps.Server.Issuer)
        );

        Assert.Equal(["billing-backend names this server as the audience."], broken.RulesKept);
        Assert.StartsWith("orders-backend sends its secret", broken.Rule, StringComparison.Ordinal);
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
