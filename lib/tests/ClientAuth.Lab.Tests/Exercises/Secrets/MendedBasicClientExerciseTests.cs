using System.Text;
using ClientAuth.Lab.Exercises;
using ClientAuth.Visuals;

namespace ClientAuth.Lab.Tests.Exercises.Secrets;

/// <summary>The second exercise of lesson 01, from both sides.</summary>
public sealed class MendedBasicClientExerciseTests
{
    [Fact]
    public async Task The_stub_is_not_done_yet() => Assert.IsType<ExerciseResult.NotDoneYet>(await JudgeAsync(Stub));

    [Fact]
    public async Task The_solution_is_solved() => Assert.IsType<ExerciseResult.Solved>(await JudgeAsync(Solution));

    [Fact]
    public async Task The_first_mend_alone_is_told_the_next_mistake_in_the_words_of_the_log()
    {
        var broken = Assert.IsType<ExerciseResult.Broken>(
            await JudgeAsync(
                (to, id, secret) =>
                    Make(to, $"{FormEncode(secret)}:{FormEncode(id)}", ("grant_type", "client_credential"))
            )
        );

        Assert.Equal("The server knows the client.", broken.Rule);
        Assert.StartsWith("client.known: ", broken.Expected, StringComparison.Ordinal);
        Assert.StartsWith("client 'mobile-app-secret': ", broken.Seen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_lesson_shows_the_first_refusal_and_after_the_mend_none()
    {
        await using var lab = await LessonLab.OpenAsync();

        Assert.Contains(
            "check     request.single_mechanism",
            Assert.IsType<RefusalView>(await lab.SendMendedAsync(Stub)).ToString(),
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            "A token for the colleague's client\n",
            (await lab.SendMendedAsync(Solution)).ToString(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Code_that_returns_null_is_shown_and_does_not_stop_the_lesson()
    {
        await using var lab = await LessonLab.OpenAsync();

        var shown = await lab.SendMendedAsync((_, _, _) => (HttpRequestMessage)null!);

        Assert.StartsWith("The code for the colleague's client does not run\n", $"{shown}", StringComparison.Ordinal);
        Assert.Contains("Something is null", $"{shown}", StringComparison.Ordinal);
    }

    private static HttpRequestMessage Stub(string to, string id, string secret) =>
        Make(
            to,
            $"{FormEncode(secret)}:{FormEncode(id)}",
            ("client_secret", secret),
            ("grant_type", "client_credential"),
            ("scope", "read admin")
        );

    private static HttpRequestMessage Solution(string to, string id, string secret) =>
        Make(to, $"{FormEncode(id)}:{FormEncode(secret)}", ("grant_type", "client_credentials"), ("scope", "read"));

    private static HttpRequestMessage Make(string to, string pair, params IEnumerable<(string, string)> form)
    {
        var sent = new HttpRequestMessage(HttpMethod.Post, to);
        sent.Headers.Authorization = new("Basic", Convert.ToBase64String(Encoding.ASCII.GetBytes(pair)));
        sent.Content = new FormUrlEncodedContent(form.Select(one => KeyValuePair.Create(one.Item1, one.Item2)));
        return sent;
    }

    private static string FormEncode(string value) =>
        Uri.EscapeDataString(value).Replace("%20", "+", StringComparison.Ordinal);

    private static Task<ExerciseResult> JudgeAsync(Func<string, string, string, HttpRequestMessage> answer) =>
        new LessonExercises().MendedBasicClient.JudgeAsync(answer, TestContext.Current.CancellationToken);
}
