using ClientAuth.Lab.Exercises;

namespace ClientAuth.Lab.Tests.Exercises;

/// <summary>The first exercise of lesson 10, from both sides: the stub, the solution, and each mistake that it knows.</summary>
public sealed class FastestFirstTests
{
    private const string OpenFirst = "What finds an open connection is faster than what has to open one.";

    public static TheoryData<string[], string> WrongAnswers =>
        new()
        {
            { ["A", "B", "C"], "Each of A, B, C and D is named once." },
            { ["A", "B", "C", "C"], "Each of A, B, C and D is named once." },
            { ["A", "D", "C", "B"], OpenFirst },
            { ["A", "B", "D", "C"], OpenFirst },
            { ["D", "B", "A", "C"], "Computing for 20 ms is faster than asking twice." },
            { ["B", "D", "C", "A"], "A handshake of TLS 1.3 is faster than one of TLS 1.2." },
        };

    [Fact]
    public async Task Stub_is_not_done_yet() => Assert.IsType<ExerciseResult.NotDoneYet>(await JudgeAsync([]));

    [Fact]
    public async Task The_order_of_the_round_trips_solves_it_as_measured() =>
        Assert.IsType<ExerciseResult.Solved>(await JudgeAsync(["b", " D", "A", "C"]));

    [Theory]
    [MemberData(nameof(WrongAnswers))]
    public async Task Each_known_mistake_breaks_its_rule(string[] order, string rule) =>
        Assert.Equal(rule, Assert.IsType<ExerciseResult.Broken>(await JudgeAsync(order)).Rule);

    private static Task<ExerciseResult> JudgeAsync(string[] order) =>
        new LessonExercises().FastestFirst.JudgeAsync(order, TestContext.Current.CancellationToken);
}
