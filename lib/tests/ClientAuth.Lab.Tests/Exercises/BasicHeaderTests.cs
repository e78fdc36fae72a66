using System.Buffers.Text;
using System.Text;
using ClientAuth.Lab.Exercises;

namespace ClientAuth.Lab.Tests.Exercises;

/// <summary>The exercise of lesson 01, from both sides: the stub, the solution, and each mistake that it knows.</summary>
public sealed class BasicHeaderTests
{
    [Fact]
    public async Task The_stub_is_not_done_yet() =>
        Assert.IsType<ExerciseResult.NotDoneYet>(await JudgeAsync((_, _) => ""));

    [Fact]
    public async Task The_solution_is_solved() =>
        Assert.IsType<ExerciseResult.Solved>(
            await JudgeAsync((id, secret) => "Basic " + Base64(FormEncode(id) + ":" + FormEncode(secret)))
        );

    [Fact]
    public async Task Percent_encoded_spaces_are_solved_too() =>
        Assert.IsType<ExerciseResult.Solved>(
            await JudgeAsync(
                (id, secret) => "Basic " + Base64(Uri.EscapeDataString(id) + ":" + Uri.EscapeDataString(secret))
            )
        );

    [Fact]
    public Task A_missing_scheme_is_named() =>
        BreaksAsync(
            "The value begins with the scheme 'Basic' and one space.",
            (id, secret) => Base64(FormEncode(id) + ":" + FormEncode(secret))
        );

    [Fact]
    public Task Base64url_is_named() =>
        BreaksAsync(
            "After the scheme stands standard Base64, with padding.",
            (id, secret) =>
                "Basic " + Base64Url.EncodeToString(Encoding.UTF8.GetBytes(FormEncode(id) + ":" + FormEncode(secret)))
        );

    [Fact]
    public Task Forgotten_encoding_is_named() =>
        BreaksAsync(
            "Exactly one colon is left to separate identifier and secret.",
            (id, secret) => "Basic " + Base64(id + ":" + secret)
        );

    [Fact]
    public Task Encoding_the_whole_pair_is_named() =>
        BreaksAsync(
            "Exactly one colon is left to separate identifier and secret.",
            (id, secret) => "Basic " + Base64(FormEncode(id + ":" + secret))
        );

    [Fact]
    public Task Swapped_parts_are_named() =>
        BreaksAsync(
            "The identifier comes before the secret.",
            (id, secret) => "Basic " + Base64(FormEncode(secret) + ":" + FormEncode(id))
        );

    [Fact]
    public Task A_secret_encoded_twice_is_refused_by_the_server() =>
        BreaksAsync(
            "The server issues a token for it.",
            (id, secret) => "Basic " + Base64(FormEncode(id) + ":" + FormEncode(FormEncode(secret)))
        );

    [Fact]
    public async Task An_exception_in_the_answer_is_a_hint_and_no_crash()
    {
        var result = await JudgeAsync((_, _) => throw new InvalidOperationException("half done"));

        var broken = Assert.IsType<ExerciseResult.Broken>(result);
        Assert.Equal("It threw InvalidOperationException: half done", broken.Hint);
    }

    private static async Task BreaksAsync(string rule, Func<string, string, string> answer) =>
        Assert.Equal(rule, Assert.IsType<ExerciseResult.Broken>(await JudgeAsync(answer)).Rule);

    private static Task<ExerciseResult> JudgeAsync(Func<string, string, string> answer) =>
        new LessonExercises().BasicHeader.JudgeAsync(answer, TestContext.Current.CancellationToken);

    private static string FormEncode(string value) =>
        Uri.EscapeDataString(value).Replace("%20", "+", StringComparison.Ordinal);

    private static string Base64(string value) => Convert.ToBase64String(Encoding.UTF8.GetBytes(value));
}
