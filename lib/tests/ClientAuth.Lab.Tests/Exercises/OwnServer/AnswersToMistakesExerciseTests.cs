using ClientAuth.Lab.Exercises;

namespace ClientAuth.Lab.Tests.Exercises.OwnServer;

/// <summary>The first exercise of lesson 12, the stub and the solution; WrongAnswerTests has the mistakes.</summary>
public sealed class AnswersToMistakesExerciseTests
{
    [Fact]
    public async Task The_stub_is_not_done_yet() =>
        Assert.IsType<ExerciseResult.NotDoneYet>(await JudgeAsync("", "", ""));

    [Theory]
    [InlineData("invalid_client")]
    [InlineData(" Invalid_client ")]
    public async Task The_solution_is_solved_and_typing_is_no_part_of_the_task(string audience) =>
        Assert.IsType<ExerciseResult.Solved>(await JudgeAsync(audience, "token", "invalid_request"));

    private static Task<ExerciseResult> JudgeAsync(string audience, string encoded, string json) =>
        JudgeAsync(
            new()
            {
                [6] = audience,
                [8] = encoded,
                [14] = json,
            }
        );

    private static Task<ExerciseResult> JudgeAsync(Dictionary<int, string> predicted) =>
        new LessonExercises().AnswersToMistakes.JudgeAsync(predicted, TestContext.Current.CancellationToken);
}
