using ClientAuth.Lab.Choosing;
using ClientAuth.Lab.Exercises;

namespace ClientAuth.Lab.Tests.Exercises.Choosing;

/// <summary>The first exercise of lesson 08: the stub, the solution, and what a mistake is told.</summary>
public sealed class MethodForAFleetExerciseTests
{
    [Fact]
    public async Task Stub_is_not_done_yet() => Assert.IsType<ExerciseResult.NotDoneYet>(await JudgeAsync(_ => ""));

    [Fact]
    public async Task Five_questions_in_their_order_solve_it() =>
        Assert.IsType<ExerciseResult.Solved>(await JudgeAsync(Solution));

    [Fact]
    public async Task A_certificate_that_a_proxy_keeps_is_refused_by_the_server()
    {
        var broken = Assert.IsType<ExerciseResult.Broken>(
            await JudgeAsync(s => s["transport"] == "foreign-tls" ? "mutual-tls" : Solution(s))
        );

        Assert.StartsWith("a token for mutual-tls where: controlled, ", broken.Expected, StringComparison.Ordinal);
        Assert.Equal("401 invalid_client at certificate.presented", broken.Seen);
    }

    [Fact]
    public async Task A_mistake_is_shown_with_a_situation_that_it_is_made_in()
    {
        var broken = Assert.IsType<ExerciseResult.Broken>(
            await JudgeAsync(s => Solution(s) is "secret" ? "signed-jwt-asymmetric" : Solution(s))
        );

        Assert.Equal(
            "another method where: controlled, mixed, no-pki, package, seldom, own-tls, no-profile",
            broken.Expected
        );
        Assert.Equal("\"signed-jwt-asymmetric\"", broken.Seen);
    }

    private static string Solution(Situation s) =>
        s["platform"] == "attests" ? "attestation"
        : s["key_storage"] == "package" ? "secret"
        : s["public_key_infrastructure"] == "pki" && s["transport"] == "own-tls" ? "mutual-tls"
        : s["rotation"] == "often" ? "signed-jwt-asymmetric"
        : "signed-jwt-symmetric";

    private static Task<ExerciseResult> JudgeAsync(Func<Situation, string> choose) =>
        new LessonExercises().MethodForAFleet.JudgeAsync(choose, TestContext.Current.CancellationToken);
}
