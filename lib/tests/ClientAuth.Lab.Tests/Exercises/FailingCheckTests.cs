using ClientAuth.Lab.Exercises;

namespace ClientAuth.Lab.Tests.Exercises;

/// <summary>The exercise of lesson 00, from both sides.</summary>
public sealed class FailingCheckTests
{
    [Fact]
    public async Task The_stub_is_not_done_yet() => Assert.IsType<ExerciseResult.NotDoneYet>(await JudgeAsync(""));

    [Fact]
    public async Task The_solution_is_solved() =>
        Assert.IsType<ExerciseResult.Solved>(await JudgeAsync("scope.allowed"));

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
