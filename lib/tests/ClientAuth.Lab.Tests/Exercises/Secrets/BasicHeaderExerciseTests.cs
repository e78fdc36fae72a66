using System.Text;
using ClientAuth.Lab.Exercises;

namespace ClientAuth.Lab.Tests.Exercises.Secrets;

/// <summary>The first exercise of lesson 01, from both sides.</summary>
public sealed class BasicHeaderExerciseTests
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
    public async Task The_client_that_failed_is_shown_with_what_the_server_read()
    {
        var broken = Assert.IsType<ExerciseResult.Broken>(
            await JudgeAsync(
                (id, secret) =>
                    "Basic "
                    + Base64(FormEncode(id) + ":" + FormEncode(secret).Replace("%2B", "+", StringComparison.Ordinal))
            )
        );

        Assert.Equal("a token for client 'my app:v2' with secret '$10 + 20% = ?'", broken.Expected);
        Assert.Equal(
            "refused at secret.value: the server reads the identifier 'my app:v2' and the secret '$10   20% = ?'",
            broken.Seen
        );
    }

    [Fact]
    public async Task An_exception_in_the_answer_is_a_hint_and_no_crash()
    {
        var result = await JudgeAsync((_, _) => throw new InvalidOperationException("half done"));

        var broken = Assert.IsType<ExerciseResult.Broken>(result);
        Assert.Equal("The code threw InvalidOperationException: half done", broken.Hint);
    }

    private static Task<ExerciseResult> JudgeAsync(Func<string, string, string> answer) =>
        new LessonExercises().BasicHeader.JudgeAsync(answer, TestContext.Current.CancellationToken);

    private static string FormEncode(string value) =>
        Uri.EscapeDataString(value).Replace("%20", "+", StringComparison.Ordinal);

    private static string Base64(string value) => Convert.ToBase64String(Encoding.UTF8.GetBytes(value));
}
