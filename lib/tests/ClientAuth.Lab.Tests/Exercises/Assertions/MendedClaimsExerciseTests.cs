using System.Text.Json.Nodes;
using ClientAuth.Lab.Exercises;
using ClientAuth.Visuals;

namespace ClientAuth.Lab.Tests.Exercises.Assertions;

/// <summary>The second exercise of lesson 09, the stub, solutions, and what a broken rule shows; WrongAnswerTests has the mistakes.</summary>
public sealed class MendedClaimsExerciseTests
{
    [Fact]
    public async Task The_stub_is_not_done_yet() =>
        Assert.IsType<ExerciseResult.NotDoneYet>(await JudgeAsync((_, _, _) => { }));

    [Fact]
    public async Task The_solution_is_solved() => Assert.IsType<ExerciseResult.Solved>(await JudgeAsync(Solution));

    [Fact]
    public async Task A_claim_that_the_server_does_not_need_may_be_left_out() =>
        Assert.IsType<ExerciseResult.Solved>(
            await JudgeAsync(
                (claims, issuer, clientId) =>
                {
                    Solution(claims, issuer, clientId);
                    claims.Remove("iat");
                }
            )
        );

    [Fact]
    public async Task What_the_server_expected_and_saw_stands_with_the_rule()
    {
        var broken = Assert.IsType<ExerciseResult.Broken>(
            await JudgeAsync((claims, _, clientId) => claims["sub"] = clientId)
        );

        Assert.Equal("aud names the server.", broken.Rule);
        Assert.StartsWith("assertion.aud: 'https://", broken.Expected, StringComparison.Ordinal);
        Assert.StartsWith("the first: \"https://", broken.Seen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_lesson_shows_the_first_refusal_and_after_the_mend_none()
    {
        await using var lab = await LessonLab.OpenAsync();

        Assert.Contains(
            "check     client.known",
            Assert.IsType<RefusalView>(await lab.SendMendedAsync((_, _, _) => { })).ToString(),
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            "A token for the broken app\n",
            (await lab.SendMendedAsync(Solution)).ToString(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task An_exception_in_the_mend_is_shown_and_does_not_stop_the_lesson()
    {
        await using var lab = await LessonLab.OpenAsync();

        var shown = await lab.SendMendedAsync((claims, _, _) => claims["nbf"]!.GetValue<long>());

        Assert.StartsWith("The code for the broken app does not run\n", $"{shown}", StringComparison.Ordinal);
        Assert.Contains("Something is null", $"{shown}", StringComparison.Ordinal);
    }

    private static void Solution(JsonObject claims, string issuer, string clientId)
    {
        var now = (long)claims["iat"]! / 1000;
        claims["sub"] = clientId;
        claims["aud"] = issuer;
        claims["iat"] = now;
        claims["exp"] = now + 60;
        claims["jti"] = Guid.NewGuid().ToString();
    }

    private static Task<ExerciseResult> JudgeAsync(Action<JsonObject, string, string> answer) =>
        new LessonExercises().MendedClaims.JudgeAsync(answer, TestContext.Current.CancellationToken);
}
