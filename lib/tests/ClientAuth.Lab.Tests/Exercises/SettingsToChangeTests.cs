using ClientAuth.Lab.Attacks;
using ClientAuth.Lab.Exercises;
using ClientAuth.MockServer;

namespace ClientAuth.Lab.Tests.Exercises;

/// <summary>The second exercise of lesson 11, from both sides: the stub, the solution, and each mistake that it knows.</summary>
public sealed class SettingsToChangeTests
{
    [Fact]
    public async Task The_stub_is_not_done_yet() => Assert.IsType<ExerciseResult.NotDoneYet>(await JudgeAsync(_ => []));

    [Fact]
    public async Task The_solution_is_solved() => Assert.IsType<ExerciseResult.Solved>(await JudgeAsync(Solution));

    [Fact]
    public Task A_name_of_ones_own_is_named() =>
        BreaksAsync("Every entry is one of the three names, and none comes twice.", _ => ["replay"]);

    [Fact]
    public Task Warning_of_everything_is_named() =>
        BreaksAsync(
            "A server that accepts nothing but its issuer, shares the cache and judges 30 failures is open to none.",
            _ => Solution(new(AudiencePolicy.Legacy, false, 1000))
        );

    [Theory]
    [InlineData("audience-injection", "A token endpoint that is good as audience lets the hostile server through.")]
    [InlineData("replay-at-second-node", "Two nodes that each remember alone accept an assertion twice.")]
    [InlineData("guessed-secret", "A limit that is longer than the attacker's list is none.")]
    public Task Forgetting_one_is_named(string forgotten, string rule) =>
        BreaksAsync(rule, settings => [.. Solution(settings).Where(name => name != forgotten)]);

    [Fact]
    public Task Counting_one_too_few_is_named() =>
        BreaksAsync(
            "A limit that is longer than the attacker's list is none.",
            settings => Solution(settings with { FailuresPerMinute = settings.FailuresPerMinute - 1 })
        );

    [Fact]
    public Task Counting_one_too_many_is_named() =>
        BreaksAsync(
            "A stricter limit is no gap.",
            settings => Solution(settings with { FailuresPerMinute = settings.FailuresPerMinute + 1 })
        );

    [Fact]
    public async Task A_limit_that_the_wrong_secrets_use_up_stops_the_list()
    {
        var outcome = await new GuessedSecret().TryAsync(
            GuessedSecret.ListLength - 1,
            TestContext.Current.CancellationToken
        );

        Assert.False(outcome.Succeeded);
    }

    [Fact]
    public Task Asking_for_exactly_thirty_is_named() =>
        BreaksAsync(
            "A stricter limit is no gap.",
            settings => Solution(settings with { FailuresPerMinute = settings.FailuresPerMinute == 30 ? 30 : 1000 })
        );

    [Fact]
    public Task Stopping_at_the_first_gap_is_named_by_the_servers() =>
        BreaksAsync(
            "Real servers with settings at random are open to what you say.",
            settings => [.. Solution(settings).Take(1)]
        );

    private static string[] Solution(ServerSettings settings)
    {
        List<string> open = [];
        if (settings.Audience == AudiencePolicy.Legacy)
        {
            open.Add("audience-injection");
        }

        if (!settings.SharesReplayCache)
        {
            open.Add("replay-at-second-node");
        }

        if (settings.FailuresPerMinute >= 50)
        {
            open.Add("guessed-secret");
        }

        return [.. open];
    }

    private static async Task BreaksAsync(string rule, Func<ServerSettings, string[]> answer) =>
        Assert.Equal(rule, Assert.IsType<ExerciseResult.Broken>(await JudgeAsync(answer)).Rule);

    private static Task<ExerciseResult> JudgeAsync(Func<ServerSettings, string[]> answer) =>
        new LessonExercises().SettingsToChange.JudgeAsync(answer, TestContext.Current.CancellationToken);
}
