using ClientAuth.Lab.Exercises;
using ClientAuth.Lab.Exercises.Refusals;

namespace ClientAuth.Lab.Tests.Exercises.Refusals;

/// <summary>The exercise of lesson 09, the stub and the solution; WrongAnswerTests has the mistakes.</summary>
public sealed class PredictedChecksExerciseTests
{
    private static readonly Dictionary<string, string> Solution = new()
    {
        ["J27.iat"] = "accepted",
        ["J19.slash"] = "assertion.aud",
        ["J18"] = "accepted",
        ["J26"] = "assertion.lifetime",
        ["J11.sub"] = "assertion.signature",
    };

    [Fact]
    public async Task The_stub_is_not_done_yet() =>
        Assert.IsType<ExerciseResult.NotDoneYet>(
            await JudgeAsync(PredictedChecksExercise.ToPredict.ToDictionary(id => id, _ => ""))
        );

    [Fact]
    public async Task The_solution_is_solved() => Assert.IsType<ExerciseResult.Solved>(await JudgeAsync(Solution));

    [Fact]
    public async Task Typing_is_no_part_of_the_task() =>
        Assert.IsType<ExerciseResult.Solved>(
            await JudgeAsync(Solution.ToDictionary(one => one.Key, one => $" {one.Value.ToUpperInvariant()} "))
        );

    private static Task<ExerciseResult> JudgeAsync(Dictionary<string, string> answer) =>
        new LessonExercises().PredictedChecks.JudgeAsync(answer, TestContext.Current.CancellationToken);
}
