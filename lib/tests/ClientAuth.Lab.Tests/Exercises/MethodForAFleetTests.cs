using ClientAuth.Lab.Choosing;
using ClientAuth.Lab.Exercises;

namespace ClientAuth.Lab.Tests.Exercises;

/// <summary>The exercise of lesson 08, from both sides: the stub, the solution, and each mistake that it knows.</summary>
public sealed class MethodForAFleetTests
{
    [Fact]
    public async Task Stub_is_not_done_yet() => Assert.IsType<ExerciseResult.NotDoneYet>(await JudgeAsync(_ => ""));

    [Fact]
    public async Task Five_questions_in_their_order_solve_it() =>
        Assert.IsType<ExerciseResult.Solved>(await JudgeAsync(Solution));

    [Fact]
    public Task An_answer_that_is_no_method_is_noticed() =>
        AssertBreaksAsync(_ => "jwt", "Every answer is the identifier of a method.");

    [Fact]
    public Task A_fleet_of_which_some_attest_needs_a_method() =>
        AssertBreaksAsync(
            s => s["platform"] is "attests" or "mixed" ? "attestation" : Solution(s),
            "Where every device attests, that is enough."
        );

    [Fact]
    public Task Certificates_through_a_foreign_proxy_are_noticed() =>
        AssertBreaksAsync(
            s =>
                s["platform"] != "attests" && s["public_key_infrastructure"] == "pki" && s["key_storage"] != "package"
                    ? "mutual-tls"
                    : Solution(s),
            "Mutual TLS needs certificates, the handshake, and a place for the key."
        );

    [Fact]
    public Task Certificates_that_lie_idle_are_noticed() =>
        AssertBreaksAsync(
            s => Solution(s) is "mutual-tls" ? "signed-jwt-asymmetric" : Solution(s),
            "Where all three are there, the certificates are used."
        );

    [Fact]
    public Task A_key_in_the_package_is_noticed() =>
        AssertBreaksAsync(
            s => Solution(s) is "secret" ? "signed-jwt-asymmetric" : Solution(s),
            "Where nothing but the package can hold a credential, it is the secret."
        );

    [Fact]
    public Task A_shared_secret_that_changes_often_is_noticed() =>
        AssertBreaksAsync(
            s => Solution(s) is "signed-jwt-asymmetric" ? "signed-jwt-symmetric" : Solution(s),
            "What changes often is signed with a key of the device."
        );

    [Fact]
    public Task A_secret_that_is_sent_although_it_could_sign_is_noticed() =>
        AssertBreaksAsync(
            s => Solution(s) is "signed-jwt-symmetric" ? "secret" : Solution(s),
            "What changes seldom may be a secret for each device, which signs and is not sent."
        );

    private static string Solution(Situation s) =>
        s["platform"] == "attests" ? "attestation"
        : s["key_storage"] == "package" ? "secret"
        : s["public_key_infrastructure"] == "pki" && s["transport"] == "own-tls" ? "mutual-tls"
        : s["rotation"] == "often" ? "signed-jwt-asymmetric"
        : "signed-jwt-symmetric";

    private static async Task AssertBreaksAsync(Func<Situation, string> wrong, string rule)
    {
        var broken = Assert.IsType<ExerciseResult.Broken>(await JudgeAsync(wrong));
        Assert.Equal(rule, broken.Rule);
    }

    private static Task<ExerciseResult> JudgeAsync(Func<Situation, string> choose) =>
        new LessonExercises().MethodForAFleet.JudgeAsync(choose, TestContext.Current.CancellationToken);
}
