using System.Text.Json.Nodes;
using ClientAuth.Lab.Exercises;
using ClientAuth.Visuals;

namespace ClientAuth.Lab.Tests.Exercises;

/// <summary>The second exercise of lesson 09, from both sides: the stub, the solution, and each mistake that it knows.</summary>
public sealed class MendedClaimsTests
{
    [Fact]
    public async Task The_stub_is_not_done_yet() =>
        Assert.IsType<ExerciseResult.NotDoneYet>(await JudgeAsync((_, _, _) => { }));

    [Fact]
    public async Task The_solution_is_solved() => Assert.IsType<ExerciseResult.Solved>(await JudgeAsync(Solution));

    [Fact]
    public Task A_sub_that_stays_the_install_is_named() =>
        BreaksAsync(
            "The server knows the client that the assertion names.",
            (claims, _, _) => claims["sub"] = "install-7f3a"
        );

    [Fact]
    public Task An_iss_that_is_changed_to_the_issuer_is_named() =>
        BreaksAsync("iss and sub both name that client.", (claims, issuer, _) => claims["iss"] = issuer);

    [Fact]
    public Task The_token_endpoint_as_aud_is_named() =>
        BreaksAsync("aud names the server.", (claims, issuer, _) => claims["aud"] = $"{issuer}/token");

    [Fact]
    public Task An_exp_in_milliseconds_is_named() =>
        BreaksAsync(
            "exp is soon, and not in thousands of years.",
            (claims, _, _) => claims["exp"] = (long)claims["exp"]! * 1000
        );

    [Fact]
    public Task An_iat_in_milliseconds_is_named() =>
        BreaksAsync("iat is now.", (claims, _, _) => claims["iat"] = (long)claims["iat"]! * 1000);

    [Fact]
    public Task A_missing_jti_is_named() =>
        BreaksAsync("It has an identifier of its own.", (claims, _, _) => claims.Remove("jti"));

    [Fact]
    public Task A_type_that_the_server_does_not_read_is_left_to_the_trace() =>
        BreaksAsync("aud names the server.", (claims, _, _) => claims["aud"] = 7);

    [Fact]
    public Task One_jti_for_all_assertions_is_named() =>
        BreaksAsync("The next one is accepted, too.", (claims, _, _) => claims["jti"] = "always-the-same");

    [Fact]
    public Task A_client_that_was_copied_from_a_trace_is_named() =>
        BreaksAsync(
            "It holds for any client, at any server and any time.",
            (claims, _, _) => claims["sub"] = "mobile-app-jwt-asymmetric"
        );

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

    private static void Solution(JsonObject claims, string issuer, string clientId)
    {
        var now = (long)claims["iat"]! / 1000;
        claims["sub"] = clientId;
        claims["aud"] = issuer;
        claims["iat"] = now;
        claims["exp"] = now + 60;
        claims["jti"] = Guid.NewGuid().ToString();
    }

    private static async Task BreaksAsync(string rule, Action<JsonObject, string, string> mistake)
    {
        var result = await JudgeAsync(
            (claims, issuer, clientId) =>
            {
                Solution(claims, issuer, clientId);
                mistake(claims, issuer, clientId);
            }
        );
        Assert.Equal(rule, Assert.IsType<ExerciseResult.Broken>(result).Rule);
    }

    private static Task<ExerciseResult> JudgeAsync(Action<JsonObject, string, string> answer) =>
        new LessonExercises().MendedClaims.JudgeAsync(answer, TestContext.Current.CancellationToken);
}
