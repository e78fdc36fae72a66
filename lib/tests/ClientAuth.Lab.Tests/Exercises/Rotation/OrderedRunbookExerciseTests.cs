using ClientAuth.Lab.Exercises;

namespace ClientAuth.Lab.Tests.Exercises.Rotation;

/// <summary>The second exercise of lesson 07: the stub, solutions, and what the lesson shows.</summary>
public sealed class OrderedRunbookExerciseTests
{
    private static readonly string[] Stub =
    [
        "switch-server-key",
        "ship-new-pin",
        "ship-both-pins",
        "issue-by-new",
        "drop-old-authority",
        "trust-new-authority",
    ];

    [Fact]
    public async Task The_stub_is_not_done_yet() => Assert.IsType<ExerciseResult.NotDoneYet>(await JudgeAsync(Stub));

    [Theory]
    [InlineData("trust-new-authority issue-by-new drop-old-authority ship-both-pins switch-server-key ship-new-pin")]
    [InlineData("ship-both-pins trust-new-authority switch-server-key issue-by-new ship-new-pin drop-old-authority")]
    public async Task Every_order_that_breaks_no_install_is_solved(string steps) =>
        Assert.IsType<ExerciseResult.Solved>(await JudgeAsync(steps.Split(' ')));

    [Fact]
    public async Task The_lesson_shows_what_installs_met_after_each_step()
    {
        await using var lab = await LessonLab.OpenAsync();

        var shown = (await lab.RunRunbookAsync(Stub)).ToString();

        Assert.Contains("nothing sent: the server's key is not pinned", shown, StringComparison.Ordinal);
        Assert.Contains("401 invalid_client, certificate.chain", shown, StringComparison.Ordinal);
        Assert.Contains("✓ a token", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_step_that_is_none_is_said_so()
    {
        await using var lab = await LessonLab.OpenAsync();

        Assert.Contains(
            "trust-new (no step of the table)",
            $"{await lab.RunRunbookAsync("trust-new")}",
            StringComparison.Ordinal
        );
    }

    private static Task<ExerciseResult> JudgeAsync(string[] steps) =>
        new LessonExercises().OrderedRunbook.JudgeAsync(steps, TestContext.Current.CancellationToken);
}
