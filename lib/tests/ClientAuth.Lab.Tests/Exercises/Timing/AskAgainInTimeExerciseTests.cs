using ClientAuth.Client;
using ClientAuth.Lab.Exercises;
using ClientAuth.Lab.Exercises.Timing;

namespace ClientAuth.Lab.Tests.Exercises.Timing;

/// <summary>The second exercise of lesson 10, the stub and the solution; WrongAnswerTests has the mistakes.</summary>
public sealed class AskAgainInTimeExerciseTests
{
    [Fact]
    public async Task Stub_is_not_done_yet() =>
        Assert.IsType<ExerciseResult.NotDoneYet>(await JudgeAsync((_, _) => null!));

    [Fact]
    public async Task New_assertions_with_growing_waits_until_the_patience_is_over_solve_it() =>
        Assert.IsType<ExerciseResult.Solved>(await JudgeAsync(Solution));

    [Fact]
    public async Task Waits_that_stay_the_same_are_shown()
    {
        var broken = await BrokenByAsync(RetryMistakes.WithWaits(_ => 100));

        Assert.Equal("growing waits", broken.Expected);
        Assert.Equal("100 ms, 100 ms, 100 ms", broken.Seen);
    }

    [Fact]
    public async Task An_answer_that_waits_in_real_time_is_given_up()
    {
        var clock = new JumpingClock();

        var judged = await new LessonExercises(machineClock: clock).AskAgainInTime.JudgeAsync(
            async (client, _) =>
            {
                var outcome = await client.RequestTokenAsync("read");
                // The mistake that is judged. The hour is over at once: the clock jumps.
                await Task.Delay(TimeSpan.FromHours(1), clock);
                return outcome;
            },
            TestContext.Current.CancellationToken
        );

        var broken = Assert.IsType<ExerciseResult.Broken>(judged);
        Assert.Equal("1 request, and in the end a wait that does not end", broken.Seen);
        Assert.Contains("Task.Delay", broken.Hint, StringComparison.Ordinal);
    }

    private static async Task<ExerciseResult.Broken> BrokenByAsync(
        Func<TokenClient, Patience, Task<TokenOutcome>> ask
    ) => Assert.IsType<ExerciseResult.Broken>(await JudgeAsync(ask));

    private static async Task<TokenOutcome> Solution(TokenClient client, Patience patience)
    {
        for (var wait = TimeSpan.FromMilliseconds(50); ; wait *= 2)
        {
            try
            {
                return await client.RequestTokenAsync("read", patience.Token);
            }
            catch (AuthorizationServerException)
            {
                await patience.WaitAsync(wait);
            }
        }
    }

    private static Task<ExerciseResult> JudgeAsync(Func<TokenClient, Patience, Task<TokenOutcome>> ask) =>
        new LessonExercises(machineClock: new JumpingClock()).AskAgainInTime.JudgeAsync(
            ask,
            TestContext.Current.CancellationToken
        );
}
