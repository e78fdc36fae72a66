using ClientAuth.Lab.Exercises;
using ClientAuth.MockServer;
using static ClientAuth.MockServer.Defence;

namespace ClientAuth.Lab.Tests.Exercises;

/// <summary>The first exercise of lesson 11, from both sides: the stub, the solution, and each mistake that it knows.</summary>
public sealed class FateOfForgeriesTests
{
    [Fact]
    public async Task The_stub_is_not_done_yet() =>
        Assert.IsType<ExerciseResult.NotDoneYet>(await JudgeAsync((_, _) => ""));

    [Fact]
    public async Task The_solution_is_solved() => Assert.IsType<ExerciseResult.Solved>(await JudgeAsync(Solution));

    [Fact]
    public Task A_word_of_ones_own_is_named() =>
        BreaksAsync("Every answer is \"token\" or the name of a check.", (_, _) => "refused");

    [Fact]
    public Task Letting_everything_pass_is_named() =>
        BreaksAsync("With every defence in place, none of the five gets a token.", (_, _) => "token");

    [Fact]
    public Task Naming_the_second_thing_that_is_wrong_is_named() =>
        BreaksAsync(
            "Each check is named where the server comes to it first.",
            (off, request) => request == "none-crit" ? "assertion.crit" : Solution(off, request)
        );

    [Fact]
    public Task Thinking_that_a_jwk_is_refused_as_such_is_named() =>
        BreaksAsync(
            "A key that comes along under a registered kid fails at the signature.",
            (off, request) => request == "jwk" ? "assertion.key" : Solution(off, request)
        );

    [Fact]
    public Task Refusing_everything_everywhere_is_named() =>
        BreaksAsync("Each request that needs one gap passes where that gap is.", (_, request) => Solution([], request));

    [Fact]
    public Task Letting_everything_pass_wherever_something_is_off_is_named() =>
        BreaksAsync(
            "No request passes by a gap that it does not use.",
            (off, request) => off is [] ? Solution(off, request) : "token"
        );

    [Fact]
    public Task Needing_one_gap_where_it_takes_two_is_named() =>
        BreaksAsync(
            "A request that needs two gaps is stopped by the check that is left.",
            (off, request) =>
                request is "none-crit" or "rs256-jwk" && off.Contains(AlgorithmOfRegistration)
                    ? "token"
                    : Solution(off, request)
        );

    [Fact]
    public Task Comparing_with_single_gaps_is_named_by_the_server() =>
        BreaksAsync(
            "A real server says the same, whatever is switched off.",
            (off, request) => off is [_] or [] ? Solution(off, request) : Solution([off[0]], request)
        );

    internal static string Solution(Defence[] off, string request)
    {
        var anyAlgorithm = off.Contains(AlgorithmOfRegistration);
        return request switch
        {
            "jwk" => off.Contains(KeysOfRegistration) ? "token" : "assertion.signature",
            "replay" => off.Contains(SingleUse) ? "token" : "assertion.jti_unused",
            _ when !anyAlgorithm => "assertion.alg",
            "rs256-jwk" => off.Contains(KeysOfRegistration) ? "token" : "assertion.key",
            "none-crit" => off.Contains(CriticalHeaders) ? "token" : "assertion.crit",
            _ => "token",
        };
    }

    private static async Task BreaksAsync(string rule, Func<Defence[], string, string> answer) =>
        Assert.Equal(rule, Assert.IsType<ExerciseResult.Broken>(await JudgeAsync(answer)).Rule);

    private static Task<ExerciseResult> JudgeAsync(Func<Defence[], string, string> answer) =>
        new LessonExercises().FateOfForgeries.JudgeAsync(answer, TestContext.Current.CancellationToken);
}
