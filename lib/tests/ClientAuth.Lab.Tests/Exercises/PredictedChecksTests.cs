using ClientAuth.Lab.Exercises;

namespace ClientAuth.Lab.Tests.Exercises;

/// <summary>The exercise of lesson 09, from both sides: the stub, the solution, and each mistake that it knows.</summary>
public sealed class PredictedChecksTests
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
            await JudgeAsync(LessonExercises.ToPredict.ToDictionary(id => id, _ => ""))
        );

    [Fact]
    public async Task The_solution_is_solved() => Assert.IsType<ExerciseResult.Solved>(await JudgeAsync(Solution));

    [Fact]
    public async Task Typing_is_no_part_of_the_task() =>
        Assert.IsType<ExerciseResult.Solved>(
            await JudgeAsync(Solution.ToDictionary(one => one.Key, one => $" {one.Value.ToUpperInvariant()} "))
        );

    [Theory]
    [InlineData("J18", "", "Each of the five has an answer: \"accepted\", or the name of a check.")]
    [InlineData("J18", "refused", "Each of the five has an answer: \"accepted\", or the name of a check.")]
    [InlineData("J26", "assertion.expiry", "Each check that you name is one of the server's.")]
    [InlineData("J27.iat", "assertion.iat", "What the server accepts, you accept.")]
    [InlineData("J18", "assertion.aud", "What the server accepts, you accept.")]
    [InlineData("J19.slash", "accepted", "What the server refuses, you refuse.")]
    [InlineData("J26", "accepted", "What the server refuses, you refuse.")]
    [InlineData("J26", "assertion.exp", "Where a time is wrong, the check is the one that stops the request.")]
    [InlineData("J11.sub", "assertion.sub", "Elsewhere, too, the check is the one that stops the request.")]
    [InlineData("J11.sub", "client.known", "Elsewhere, too, the check is the one that stops the request.")]
    public async Task A_wrong_answer_is_told_the_rule_that_it_breaks(string id, string answer, string rule) =>
        Assert.Equal(
            rule,
            Assert
                .IsType<ExerciseResult.Broken>(
                    await JudgeAsync(new Dictionary<string, string>(Solution) { [id] = answer })
                )
                .Rule
        );

    [Fact]
    public async Task A_request_without_a_prediction_is_noticed() =>
        Assert.Equal(
            "Each of the five has an answer: \"accepted\", or the name of a check.",
            Assert
                .IsType<ExerciseResult.Broken>(await JudgeAsync(Solution.Where(one => one.Key != "J26").ToDictionary()))
                .Rule
        );

    private static Task<ExerciseResult> JudgeAsync(Dictionary<string, string> answer) =>
        new LessonExercises().PredictedChecks.JudgeAsync(answer, TestContext.Current.CancellationToken);
}
