using ClientAuth.Lab.Exercises;

namespace ClientAuth.Lab.Tests.Exercises.Dpop;

/// <summary>The second exercise of lesson 05: the stub, and solutions.</summary>
public sealed class PredictedTheftsExerciseTests
{
    private static readonly Dictionary<string, string> Solution = new()
    {
        ["cat"] = "subject_token.dpop_key",
        ["exchange"] = "accepted",
        ["statement"] = "android_key.dpop_key",
        ["query"] = "accepted",
        ["method"] = "dpop.htm",
        ["other-token"] = "dpop.ath",
    };

    [Fact]
    public async Task The_stub_is_not_done_yet() =>
        Assert.IsType<ExerciseResult.NotDoneYet>(await JudgeAsync(Solution.ToDictionary(one => one.Key, _ => "")));

    [Fact]
    public async Task The_solution_is_solved() => Assert.IsType<ExerciseResult.Solved>(await JudgeAsync(Solution));

    [Fact]
    public async Task Typing_is_no_part_of_the_task() =>
        Assert.IsType<ExerciseResult.Solved>(
            await JudgeAsync(Solution.ToDictionary(one => one.Key, one => $" {one.Value.ToUpperInvariant()} "))
        );

    [Fact]
    public async Task A_name_that_is_none_of_the_six_is_shown()
    {
        var broken = Assert.IsType<ExerciseResult.Broken>(
            await JudgeAsync(new Dictionary<string, string>(Solution) { ["proof"] = "accepted" })
        );

        Assert.Equal("an answer for proof", broken.Seen);
        Assert.Equal("proof is not asked for, but cat, exchange, statement, query, method, other-token.", broken.Hint);
    }

    private static Task<ExerciseResult> JudgeAsync(Dictionary<string, string> answer) =>
        new LessonExercises().PredictedThefts.JudgeAsync(answer, TestContext.Current.CancellationToken);
}
