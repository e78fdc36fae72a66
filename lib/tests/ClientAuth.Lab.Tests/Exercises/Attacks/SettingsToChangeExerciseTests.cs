using ClientAuth.Lab.Attacks;
using ClientAuth.Lab.Exercises;
using ClientAuth.Lab.Exercises.Attacks;
using ClientAuth.MockServer.Options;

namespace ClientAuth.Lab.Tests.Exercises.Attacks;

/// <summary>The second exercise of lesson 11, the stub, the solution, and what a broken rule shows; WrongAnswerTests has the mistakes.</summary>
public sealed class SettingsToChangeExerciseTests
{
    [Fact]
    public async Task The_stub_is_not_done_yet() => Assert.IsType<ExerciseResult.NotDoneYet>(await JudgeAsync(_ => []));

    [Fact]
    public async Task The_solution_is_solved() => Assert.IsType<ExerciseResult.Solved>(await JudgeAsync(Solution));

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
    public async Task What_was_judged_stands_with_the_rule() =>
        Assert.Equal(
            "IssuerOnly, shared, 30: \"guessed-secret\"",
            Assert
                .IsType<ExerciseResult.Broken>(
                    await JudgeAsync(settings => [.. Solution(settings with { FailuresPerMinute = 50 })])
                )
                .Seen
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

    private static Task<ExerciseResult> JudgeAsync(Func<ServerSettings, string[]> answer) =>
        new LessonExercises().SettingsToChange.JudgeAsync(answer, TestContext.Current.CancellationToken);
}
