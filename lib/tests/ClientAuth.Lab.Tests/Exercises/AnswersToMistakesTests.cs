using ClientAuth.Lab.Exercises;

namespace ClientAuth.Lab.Tests.Exercises;

/// <summary>The first exercise of lesson 12, from both sides: the stub, the solution, and each mistake that it knows.</summary>
public sealed class AnswersToMistakesTests
{
    [Fact]
    public async Task The_stub_is_not_done_yet() =>
        Assert.IsType<ExerciseResult.NotDoneYet>(await JudgeAsync("", "", ""));

    [Theory]
    [InlineData("invalid_client")]
    [InlineData(" invalid_client ")]
    public async Task The_solution_is_solved_and_typing_is_no_part_of_the_task(string audience) =>
        Assert.IsType<ExerciseResult.Solved>(await JudgeAsync(audience, "token", "invalid_request"));

    [Theory]
    [InlineData(
        "",
        "token",
        "invalid_request",
        "There is an answer for 6, 8 and 14: token, or an error code of RFC 6749 §5.2."
    )]
    [InlineData(
        "401",
        "token",
        "invalid_request",
        "There is an answer for 6, 8 and 14: token, or an error code of RFC 6749 §5.2."
    )]
    [InlineData("invalid_client", "token", "invalid_client", "Mistake 14: what a server cannot read, it cannot judge.")]
    [InlineData(
        "invalid_client",
        "token",
        "unsupported_grant_type",
        "Mistake 14: what a server cannot read, it cannot judge."
    )]
    [InlineData(
        "invalid_client",
        "invalid_client",
        "invalid_request",
        "Mistake 8: the server decodes before it compares."
    )]
    [InlineData(
        "token",
        "token",
        "invalid_request",
        "Mistake 6: an assertion for another audience proves nothing here."
    )]
    [InlineData(
        "invalid_request",
        "token",
        "invalid_request",
        "Mistake 6: an assertion for another audience proves nothing here."
    )]
    public async Task A_wrong_prediction_is_told_the_rule_that_it_breaks(
        string audience,
        string encoded,
        string json,
        string rule
    ) => Assert.Equal(rule, Assert.IsType<ExerciseResult.Broken>(await JudgeAsync(audience, encoded, json)).Rule);

    [Fact]
    public async Task A_mistake_without_a_prediction_is_noticed() =>
        Assert.Equal(
            "There is an answer for 6, 8 and 14: token, or an error code of RFC 6749 §5.2.",
            Assert.IsType<ExerciseResult.Broken>(await JudgeAsync(new() { [6] = "invalid_client" })).Rule
        );

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
