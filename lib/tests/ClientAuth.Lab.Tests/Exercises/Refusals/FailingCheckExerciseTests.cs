using ClientAuth.Lab.Exercises;

namespace ClientAuth.Lab.Tests.Exercises.Refusals;

/// <summary>The first exercise of lesson 00, from both sides.</summary>
public sealed class FailingCheckExerciseTests
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

    [Fact]
    public async Task An_unknown_name_is_answered_with_those_of_the_trace()
    {
        var broken = Assert.IsType<ExerciseResult.Broken>(await JudgeAsync("scope.known"));

        Assert.StartsWith("one of assertion.", broken.Expected, StringComparison.Ordinal);
        Assert.EndsWith("request.single_mechanism, scope.allowed", broken.Expected, StringComparison.Ordinal);
        Assert.Equal("scope.known", broken.Seen);
    }

    private static Task<ExerciseResult> JudgeAsync(string answer) =>
        new LessonExercises().FailingCheck.JudgeAsync(answer, TestContext.Current.CancellationToken);
}
