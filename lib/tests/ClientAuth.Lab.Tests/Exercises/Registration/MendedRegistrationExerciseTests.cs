using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using ClientAuth.Lab.Exercises;
using ClientAuth.Lab.Exercises.Registration;
using ClientAuth.Protocol;
using ClientAuth.Visuals;

namespace ClientAuth.Lab.Tests.Exercises.Registration;

/// <summary>The second exercise of lesson 06: the stub, solutions, and what the lesson shows.</summary>
public sealed class MendedRegistrationExerciseTests
{
    [Fact]
    public async Task The_stub_is_not_done_yet() =>
        Assert.IsType<ExerciseResult.NotDoneYet>(await JudgeAsync((_, _, _) => { }));

    [Fact]
    public async Task The_solution_is_solved() => Assert.IsType<ExerciseResult.Solved>(await JudgeAsync(Solution));

    [Fact]
    public async Task A_key_that_is_made_anew_is_solved_too() =>
        Assert.IsType<ExerciseResult.Solved>(
            await JudgeAsync(
                (attempt, template, key) =>
                {
                    Solution(attempt, template, key);
                    attempt.Body["jwks"] = JsonSerializer.SerializeToNode(
                        new JwkSet { Keys = [Jwk.FromPublicKey(key)] },
                        ProtocolJson.Default.JwkSet
                    );
                }
            )
        );

    [Fact]
    public async Task A_content_type_that_is_none_is_said_so()
    {
        var broken = Assert.IsType<ExerciseResult.Broken>(
            await JudgeAsync((attempt, _, _) => (attempt.Scope, attempt.ContentType) = ("dcr", "json"))
        );

        Assert.StartsWith("The code threw FormatException", broken.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_lesson_shows_the_first_refusal_and_after_the_mend_none()
    {
        await using var lab = await LessonLab.OpenAsync();

        Assert.Contains(
            "check     token.scope",
            Assert.IsType<RefusalView>(await lab.RegisterMendedAsync((_, _, _) => { })).ToString(),
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            "A token for the device\n",
            (await lab.RegisterMendedAsync(Solution)).ToString(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_body_that_is_written_anew_is_solved_too() =>
        Assert.IsType<ExerciseResult.Solved>(
            await JudgeAsync(
                (attempt, template, key) =>
                {
                    Solution(attempt, template, key);
                    attempt.Body = JsonNode.Parse(attempt.Body.ToJsonString())!.AsObject();
                }
            )
        );

    [Fact]
    public async Task An_exception_in_the_mend_is_shown_and_does_not_stop_the_lesson()
    {
        await using var lab = await LessonLab.OpenAsync();

        var shown = await lab.RegisterMendedAsync((attempt, _, _) => attempt.Body["jwk"]!["keys"] = 1);

        Assert.StartsWith("The code for the device does not run\n", $"{shown}", StringComparison.Ordinal);
        Assert.Contains("Something is null", $"{shown}", StringComparison.Ordinal);
    }

    private static void Solution(RegistrationAttempt attempt, string template, ECDsa key)
    {
        attempt.Scope = "dcr";
        attempt.ContentType = "application/json";
        attempt.Body["software_id"] = template;
        attempt.Body.Remove("token_endpoint_auth_method");
        var jwk = attempt.Body["jwks"]!["keys"]![0]!.AsObject();
        jwk.Remove("d");
        jwk["crv"] = "P-256";
    }

    private static Task<ExerciseResult> JudgeAsync(Action<RegistrationAttempt, string, ECDsa> answer) =>
        new LessonExercises().MendedRegistration.JudgeAsync(answer, TestContext.Current.CancellationToken);
}
