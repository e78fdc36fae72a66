using ClientAuth.Lab.Exercises;

namespace ClientAuth.Lab.Tests.Exercises.Refusals;

/// <summary>The second exercise of lesson 00, from both sides.</summary>
public sealed class PredictedErrorsExerciseTests
{
    private static readonly Dictionary<string, string> Solution = new()
    {
        ["own-secret"] = "token",
        ["too-much"] = "invalid_scope",
        ["new-key"] = "invalid_client",
        ["public"] = "unauthorized_client",
        ["borrowed"] = "invalid_client",
    };

    [Fact]
    public async Task The_stub_is_not_done_yet() =>
        Assert.IsType<ExerciseResult.NotDoneYet>(await JudgeAsync(Solution.ToDictionary(one => one.Key, _ => "")));

    [Fact]
    public async Task The_solution_is_solved_and_typing_is_no_part_of_the_task() =>
        Assert.IsType<ExerciseResult.Solved>(
            await JudgeAsync(Solution.ToDictionary(one => one.Key, one => $" {one.Value.ToUpperInvariant()} "))
        );

    [Fact]
    public async Task A_wrong_answer_is_shown_and_the_right_one_is_not()
    {
        var broken = Assert.IsType<ExerciseResult.Broken>(
            await JudgeAsync(new(Solution) { ["borrowed"] = "invalid_scope" })
        );

        Assert.Null(broken.Expected);
        Assert.Equal("borrowed: invalid_scope", broken.Seen);
    }

    private static Task<ExerciseResult> JudgeAsync(Dictionary<string, string> answer) =>
        new LessonExercises().PredictedErrors.JudgeAsync(answer, TestContext.Current.CancellationToken);
}
