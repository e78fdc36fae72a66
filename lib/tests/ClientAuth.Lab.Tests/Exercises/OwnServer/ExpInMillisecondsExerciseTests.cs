using System.Text.Json.Nodes;
using ClientAuth.Client;
using ClientAuth.Lab.Exercises;

namespace ClientAuth.Lab.Tests.Exercises.OwnServer;

/// <summary>The second exercise of lesson 12, the stub, the solution, and what a broken rule shows; WrongAnswerTests has the mistakes.</summary>
public sealed class ExpInMillisecondsExerciseTests
{
    [Fact]
    public async Task The_stub_is_not_done_yet() =>
        Assert.IsType<ExerciseResult.NotDoneYet>(await JudgeAsync(good => good));

    [Fact]
    public async Task Exp_times_a_thousand_is_solved() =>
        Assert.IsType<ExerciseResult.Solved>(await JudgeAsync(good => good.WithClaim("exp", Exp(good) * 1000)));

    [Fact]
    public async Task The_assertion_that_it_fails_for_stands_with_the_rule()
    {
        var broken = Assert.IsType<ExerciseResult.Broken>(
            await JudgeAsync(good => good.WithClaim("exp", Exp(good) + 1))
        );

        Assert.Equal("1700000060 s in milliseconds", broken.Expected);
        Assert.Equal("1700000061", broken.Seen);
    }

    private static long Exp(ClientAssertionBuilder good) => JsonNode.Parse(good.ClaimsJson)!["exp"]!.GetValue<long>();

    private static Task<ExerciseResult> JudgeAsync(Func<ClientAssertionBuilder, ClientAssertionBuilder> mistake) =>
        new LessonExercises().ExpInMilliseconds.JudgeAsync(mistake, TestContext.Current.CancellationToken);
}
