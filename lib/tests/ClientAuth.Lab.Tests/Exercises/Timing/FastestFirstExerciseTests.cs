using ClientAuth.Lab.Exercises;

namespace ClientAuth.Lab.Tests.Exercises.Timing;

/// <summary>The first exercise of lesson 10, the stub and the solution; WrongAnswerTests has the mistakes.</summary>
public sealed class FastestFirstExerciseTests
{
    [Fact]
    public async Task Stub_is_not_done_yet() => Assert.IsType<ExerciseResult.NotDoneYet>(await JudgeAsync([]));

    [Fact]
    public async Task The_order_of_the_round_trips_solves_it_as_measured() =>
        Assert.IsType<ExerciseResult.Solved>(await JudgeAsync(["b", " D", "A", "C"]));

    private static Task<ExerciseResult> JudgeAsync(string[] order) =>
        new LessonExercises().FastestFirst.JudgeAsync(order, TestContext.Current.CancellationToken);
}
