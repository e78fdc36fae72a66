using ClientAuth.Client;
using ClientAuth.Lab.Exercises;

namespace ClientAuth.Lab.Tests.Exercises;

/// <summary>The second exercise of lesson 10, from both sides: the stub, two solutions, and each mistake that it knows.</summary>
public sealed class AskAgainInTimeTests
{
    public static TheoryData<string, Func<TokenClient, Patience, Task<TokenOutcome>>, string> WrongAnswers =>
        new()
        {
            {
                "asks twice to be sure",
                async (client, _) =>
                {
                    await client.RequestTokenAsync("read");
                    return await client.RequestTokenAsync("read");
                },
                "A token that comes is taken, and asked for once."
            },
            {
                "asks a refusing server again",
                async (client, patience) =>
                {
                    var first = await client.RequestTokenAsync("read");
                    return first is TokenOutcome.Issued ? first : await client.RequestTokenAsync("read");
                },
                "A refusal is an answer: it is returned, and not asked for again."
            },
            {
                "asks once",
                (client, _) => client.RequestTokenAsync("read"),
                "After a lost response the client asks again."
            },
            {
                "sends the same assertion again",
                async (client, patience) =>
                {
                    var request = client.Prepare("read");
                    return await RepeatAsync(token => client.SendAsync(request, token), patience);
                },
                "Each request has a jti of its own."
            },
            {
                "asks again, and returns nothing",
                async (client, patience) =>
                {
                    try
                    {
                        return await client.RequestTokenAsync("read");
                    }
                    catch (AuthorizationServerException)
                    {
                        await client.RequestTokenAsync("read");
                        return null!;
                    }
                },
                "It ends with the token."
            },
            {
                "asks without end",
                async (client, _) =>
                {
                    while (true)
                    {
                        try
                        {
                            return await client.RequestTokenAsync("read");
                        }
                        catch (AuthorizationServerException)
                        {
                            // And asks again.
                        }
                    }
                },
                "Where the server never answers, it ends with an exception when the patience is over."
            },
            {
                "gives up without a word",
                async (client, patience) =>
                {
                    try
                    {
                        return await Solution(client, patience);
                    }
                    catch (Exception error) when (error is AuthorizationServerException or OperationCanceledException)
                    {
                        return null!;
                    }
                },
                "Where the server never answers, it ends with an exception when the patience is over."
            },
            {
                "asks again at once",
                (client, patience) => RepeatAsync(token => client.RequestTokenAsync("read", token), patience, wait: 1),
                "A server that breaks every connection is asked at most 8 times in 600 ms."
            },
        };

    [Fact]
    public async Task Stub_is_not_done_yet() =>
        Assert.IsType<ExerciseResult.NotDoneYet>(await JudgeAsync((_, _) => null!));

    [Fact]
    public async Task New_assertions_with_growing_waits_until_the_patience_is_over_solve_it() =>
        Assert.IsType<ExerciseResult.Solved>(await JudgeAsync(Solution));

    [Theory]
    [MemberData(nameof(WrongAnswers))]
    public async Task Each_known_mistake_breaks_its_rule(
        string mistake,
        Func<TokenClient, Patience, Task<TokenOutcome>> wrong,
        string rule
    )
    {
        var broken = Assert.IsType<ExerciseResult.Broken>(await JudgeAsync(wrong));
        Assert.True(rule == broken.Rule, $"{mistake}: {broken.Rule}");
    }

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

    private static async Task<TokenOutcome> RepeatAsync(
        Func<CancellationToken, Task<TokenOutcome>> ask,
        Patience patience,
        int wait = 50
    )
    {
        while (true)
        {
            try
            {
                return await ask(patience.Token);
            }
            catch (AuthorizationServerException)
            {
                await patience.WaitAsync(TimeSpan.FromMilliseconds(wait));
            }
        }
    }

    private static Task<ExerciseResult> JudgeAsync(Func<TokenClient, Patience, Task<TokenOutcome>> ask) =>
        new LessonExercises().AskAgainInTime.JudgeAsync(ask, TestContext.Current.CancellationToken);
}
