using ClientAuth.Client;
using ClientAuth.Lab.Exercises;

namespace ClientAuth.Lab.Tests.Exercises;

/// <summary>The second exercise of lesson 10, the stub and the solution; WrongAnswerTests has the mistakes.</summary>
public sealed class AskAgainInTimeTests
{
    [Fact]
    public async Task Stub_is_not_done_yet() =>
        Assert.IsType<ExerciseResult.NotDoneYet>(await JudgeAsync((_, _) => null!));

    [Fact]
    public async Task New_assertions_with_growing_waits_until_the_patience_is_over_solve_it() =>
        Assert.IsType<ExerciseResult.Solved>(await JudgeAsync(Solution));

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
        new LessonExercises().AskAgainInTime.JudgeAsync(ask, TestContext.Current.CancellationToken);
}
