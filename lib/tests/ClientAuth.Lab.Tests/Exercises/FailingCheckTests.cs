using ClientAuth.Lab.Exercises;

namespace ClientAuth.Lab.Tests.Exercises;

/// <summary>The exercise of lesson 00, from both sides.</summary>
public sealed class FailingCheckTests
{
    [Fact]
    public async Task The_stub_is_not_done_yet() => Assert.IsType<ExerciseResult.NotDoneYet>(await JudgeAsync(""));

    [Theory]
    [InlineData("scope.allowed")]
    [InlineData(" Scope.Allowed ")]
    public async Task The_solution_is_solved_and_typing_is_no_part_of_the_task(string answer) =>
        Assert.IsType<ExerciseResult.Solved>(await JudgeAsync(answer));

    [Fact]
    public async Task No_answer_at_all_is_told_that_it_is_null() =>
        Assert.Equal(
            "Something is null: the answer itself, or a value that its code uses.",
            Assert.IsType<ExerciseResult.Broken>(await JudgeAsync(null!)).Hint
        );

    [Theory]
    [InlineData("invalid_scope", "A check has a name of two parts, joined by a full stop.")]
    [InlineData("scope", "A check has a name of two parts, joined by a full stop.")]
    [InlineData("grant.allowed", "The check did not pass.")]
    [InlineData("client.known", "The check did not pass.")]
    public async Task A_wrong_answer_is_told_the_rule_that_it_breaks(string answer, string rule) =>
        Assert.Equal(rule, Assert.IsType<ExerciseResult.Broken>(await JudgeAsync(answer)).Rule);

    private static Task<ExerciseResult> JudgeAsync(string answer) =>
        new LessonExercises().FailingCheck.JudgeAsync(answer, TestContext.Current.CancellationToken);
}
