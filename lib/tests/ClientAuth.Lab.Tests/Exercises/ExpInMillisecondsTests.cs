using System.Text.Json.Nodes;
using ClientAuth.Client;
using ClientAuth.Lab.Exercises;

namespace ClientAuth.Lab.Tests.Exercises;

/// <summary>The second exercise of lesson 12, from both sides: the stub, the solution, and each mistake that it knows.</summary>
public sealed class ExpInMillisecondsTests
{
    [Fact]
    public async Task The_stub_is_not_done_yet() =>
        Assert.IsType<ExerciseResult.NotDoneYet>(await JudgeAsync(good => good));

    [Fact]
    public async Task Exp_times_a_thousand_is_solved() =>
        Assert.IsType<ExerciseResult.Solved>(await JudgeAsync(good => good.WithClaim("exp", Exp(good) * 1000)));

    [Fact]
    public Task Another_header_is_noticed() =>
        BreaksAsync("The header stays as it is.", good => good.WithHeader("exp", Exp(good) * 1000));

    [Fact]
    public Task A_second_claim_is_noticed() =>
        BreaksAsync(
            "No claim but exp changes.",
            good => good.WithClaim("exp", Exp(good) * 1000).WithClaim("iat", (Exp(good) - 60) * 1000)
        );

    [Fact]
    public Task A_string_is_no_number() =>
        BreaksAsync("exp is a number.", good => good.WithClaim("exp", $"{Exp(good) * 1000}"));

    [Fact]
    public Task A_missing_exp_is_no_number() => BreaksAsync("exp is a number.", good => good.WithoutClaim("exp"));

    [Fact]
    public Task A_number_that_was_written_down_is_right_for_one_assertion_alone() =>
        BreaksAsync(
            "exp is the same moment in milliseconds, whatever the moment.",
            good => good.WithClaim("exp", 1_700_000_060_000)
        );

    [Fact]
    public Task Seconds_and_a_thousand_added_are_no_milliseconds() =>
        BreaksAsync(
            "exp is the same moment in milliseconds, whatever the moment.",
            good => good.WithClaim("exp", Exp(good) + 1000)
        );

    [Fact]
    public Task Another_key_is_found_out_by_the_server() =>
        BreaksAsync(
            "The lab's server refuses it at assertion.exp.",
            good =>
                good.WithClaim("exp", Exp(good) * 1000)
                    .WithSigner(new AssertionSigner.Hmac(new(new string('k', 32)), "HS256"))
        );

    private static long Exp(ClientAssertionBuilder good) => JsonNode.Parse(good.ClaimsJson)!["exp"]!.GetValue<long>();

    private static async Task BreaksAsync(string rule, Func<ClientAssertionBuilder, ClientAssertionBuilder> mistake) =>
        Assert.Equal(rule, Assert.IsType<ExerciseResult.Broken>(await JudgeAsync(mistake)).Rule);

    private static Task<ExerciseResult> JudgeAsync(Func<ClientAssertionBuilder, ClientAssertionBuilder> mistake) =>
        new LessonExercises().ExpInMilliseconds.JudgeAsync(mistake, TestContext.Current.CancellationToken);
}
